import { sql } from 'kysely'
import { readWorkspace, type Db, type Tx } from '@comptoir/db/db'
import type { Recipients } from '@comptoir/contract/addressees'
import type { FileView } from '@comptoir/contract/documents'
import type { LetterPlace, LettersSlice, UnsentLetter } from '@comptoir/contract/unsent-letters'
import { showClients } from '../../clients/show-clients.ts'
import { isTeam, type Staff } from '../../identity/actor.ts'
import { currentSeq } from '../../realtime/current-seq.ts'

/** More than this one does not go through; an older one is there again where what it is about is. */
const mostShown = 50

/** The person's own letters about what they may see; only the team begins conversations. */
export function lettersOf(tx: Tx, staff: Staff) {
  return tx
    .selectFrom('unsentLetter as l')
    .leftJoin('message as m', (join) =>
      join
        .onRef('m.workspaceId', '=', 'l.workspaceId')
        .onRef('m.id', '=', 'l.aboutId')
        .on('l.about', 'in', ['message', 'answer']),
    )
    .leftJoin('conversation as c', (join) => {
      const stands = join
        .onRef('c.workspaceId', '=', 'l.workspaceId')
        .on(sql<boolean>`c.id = case l.about when 'conversation' then l.about_id else m.conversation_id end`)
      return isTeam(staff) ? stands : stands.on('c.assigneeId', '=', staff.userId)
    })
    .where('l.workspaceId', '=', staff.workspaceId)
    .where('l.userId', '=', staff.userId)
    .where((eb) => eb.or([eb('c.id', 'is not', null), ...(isTeam(staff) ? [eb('l.about', '=', 'beginning')] : [])]))
}

export function listLetters(db: Db, staff: Staff): Promise<LettersSlice> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const [seq, rows] = await Promise.all([
      currentSeq(tx, staff.workspaceId),
      lettersOf(tx, staff).select(shown).orderBy('l.updatedAt', 'desc').limit(mostShown).execute(),
    ])
    return { seq, letters: await withClients(tx, staff, rows) }
  })
}

/** The person's own letter about this, or null. */
export async function letterOf(tx: Tx, staff: Staff, { about, aboutId }: LetterPlace): Promise<UnsentLetter | null> {
  const rows = await lettersOf(tx, staff)
    .where('l.about', '=', about)
    .where('l.aboutId', '=', aboutId)
    .select(shown)
    .execute()
  const [letter] = await withClients(tx, staff, rows)
  return letter ?? null
}

const shown = [
  'l.about' as const,
  'l.aboutId' as const,
  'c.id as conversationId' as const,
  'l.mailboxId' as const,
  'l.clientId' as const,
  'l.clientName' as const,
  'l.address' as const,
  'l.subject' as const,
  'l.bodyHtml' as const,
  'l.signature' as const,
  'l.version' as const,
  'l.updatedAt' as const,
  sql<Recipients | null>`l.recipients`.as('recipients'),
  sql<FileView[]>`(
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', f.id, 'name', f.name, 'mediaType', f.media_type, 'sizeBytes', f.size_bytes)
      order by array_position(l.file_ids, f.id)), '[]')
    from file f
    where f.workspace_id = l.workspace_id and f.id = any (l.file_ids))`.as('files'),
]

type Row = Omit<UnsentLetter, 'client'> & { clientId: string | null; clientName: string | null }

async function withClients(tx: Tx, staff: Staff, rows: Row[]): Promise<UnsentLetter[]> {
  const ids = rows.flatMap(({ clientId }) => clientId ?? [])
  const known = ids.length > 0 ? await showClients(tx, staff, ids) : []
  return rows.map(({ clientId, clientName, ...letter }) => {
    const client = known.find(({ id }) => id === clientId)
    if (client) return { ...letter, client: { is: 'existing', client } }
    return { ...letter, client: clientName === null ? null : { is: 'new', name: clientName } }
  })
}
