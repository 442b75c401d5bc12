import type { Staff } from '../identity/actor.ts'
import { now } from '../instant.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { roomsOfTemplate, templatesOf } from './templates.ts'

/** Counts that a kept text was put into a message: what is used most stands first. */
export function useTemplate(live: Live, staff: Staff, templateId: string, commandId: string): Promise<object> {
  return runCommand(live, staff, { name: 'templates.use', commandId, input: { templateId } }, async (tx) => {
    const found = await templatesOf(tx, staff)
      .where('template.id', '=', templateId)
      .select('template.ownerId')
      .executeTakeFirst()
    if (!found) throw new Refusal('not_found', 'errors.template_missing')
    const lastUsedAt = now()
    const { useCount } = await tx
      .updateTable('template')
      .set((eb) => ({ useCount: eb('useCount', '+', 1), lastUsedAt }))
      .where('workspaceId', '=', staff.workspaceId)
      .where('id', '=', templateId)
      .returning('useCount')
      .executeTakeFirstOrThrow()
    const rooms = await roomsOfTemplate(tx, staff, found.ownerId === null ? 'team' : 'own')
    return {
      result: {},
      facts: [{ name: 'templates.template_used', rooms, data: { templateId, useCount, lastUsedAt } }],
    }
  })
}
