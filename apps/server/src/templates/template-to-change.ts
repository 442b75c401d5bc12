import type { Tx } from '@comptoir/db/db'
import type { TemplateView } from '@comptoir/contract/templates'
import { isTeam, type Staff } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'
import { everyTemplateOf } from './templates.ts'

/** One kept text, locked for a command: what is the team's, only the team changes. */
export async function templateToChange(tx: Tx, staff: Staff, templateId: string) {
  const row = await everyTemplateOf(tx, staff)
    .where('template.id', '=', templateId)
    .select(['template.ownerId', 'template.version', 'template.removedAt'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('not_found', 'errors.template_missing')
  const whose = row.ownerId === null ? ('team' as const) : ('own' as const)
  refuseDelegate(staff, whose)
  return { whose, version: row.version, isRemoved: row.removedAt !== null }
}

/** A delegate uses what is the team's, and keeps texts of their own. */
export function refuseDelegate(staff: Staff, whose: TemplateView['whose']) {
  if (whose === 'team' && !isTeam(staff)) throw new Refusal('not_allowed', 'errors.not_allowed')
}
