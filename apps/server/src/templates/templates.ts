import { sql } from 'kysely'
import { readWorkspace, type Db, type Tx } from '@comptoir/db/db'
import type { FileView } from '@comptoir/contract/documents'
import type { TemplatesSlice, TemplateView, VariableTexts } from '@comptoir/contract/templates'
import type { Staff } from '../identity/actor.ts'
import { allTheStaff } from '../realtime/all-the-staff.ts'
import { currentSeq } from '../realtime/current-seq.ts'
import { userRoom, type Room } from '../realtime/rooms.ts'

/** The kept texts somebody may write: the team's, and their own. */
export function templatesOf(tx: Tx, staff: Staff) {
  return everyTemplateOf(tx, staff).where('template.removedAt', 'is', null)
}

/** Those that were removed too. */
export function everyTemplateOf(tx: Tx, staff: Staff) {
  return tx
    .selectFrom('template')
    .where('template.workspaceId', '=', staff.workspaceId)
    .where((eb) => eb.or([eb('template.ownerId', 'is', null), eb('template.ownerId', '=', staff.userId)]))
}

export function listTemplates(db: Db, staff: Staff): Promise<TemplatesSlice> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const [seq, templates] = await Promise.all([
      currentSeq(tx, staff.workspaceId),
      templatesOf(tx, staff).select(shown).orderBy('name').orderBy('id').execute(),
    ])
    return { seq, templates }
  })
}

export function templateView(tx: Tx, staff: Staff, templateId: string): Promise<TemplateView> {
  return templatesOf(tx, staff).where('template.id', '=', templateId).select(shown).executeTakeFirstOrThrow()
}

/** Who hears of a kept text. */
export async function roomsOfTemplate(tx: Tx, staff: Staff, whose: TemplateView['whose']): Promise<Room[]> {
  return whose === 'team' ? allTheStaff(tx, staff.workspaceId) : [userRoom(staff.userId)]
}

const shown = [
  'template.id' as const,
  'template.name' as const,
  'template.category' as const,
  'template.bodyHtml' as const,
  'template.useCount' as const,
  'template.lastUsedAt' as const,
  'template.version' as const,
  sql<VariableTexts>`template.fallbacks`.as('fallbacks'),
  sql<TemplateView['whose']>`case when template.owner_id is null then 'team' else 'own' end`.as('whose'),
  sql<FileView[]>`(
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', f.id, 'name', f.name, 'mediaType', f.media_type, 'sizeBytes', f.size_bytes) order by o.position), '[]')
    from template_file o
    join file f on f.workspace_id = o.workspace_id and f.id = o.file_id
    where o.workspace_id = template.workspace_id and o.template_id = template.id and not o.inline)`.as('files'),
]
