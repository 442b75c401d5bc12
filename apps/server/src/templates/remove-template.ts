import type { TemplateView } from '@comptoir/contract/templates'
import type { Staff } from '../identity/actor.ts'
import { now } from '../instant.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { savedTemplate } from './keep-template.ts'
import { templateToChange } from './template-to-change.ts'
import { roomsOfTemplate } from './templates.ts'

/** Takes a kept text off the list; `restoreTemplate` brings it back. */
export function removeTemplate(live: Live, staff: Staff, templateId: string, commandId: string): Promise<object> {
  return runCommand(live, staff, { name: 'templates.remove', commandId, input: { templateId } }, async (tx) => {
    const { whose, isRemoved } = await templateToChange(tx, staff, templateId)
    if (isRemoved) return { result: {}, facts: [] }
    await tx
      .updateTable('template')
      .set({ removedAt: now() })
      .where('workspaceId', '=', staff.workspaceId)
      .where('id', '=', templateId)
      .execute()
    const rooms = await roomsOfTemplate(tx, staff, whose)
    return { result: {}, facts: [{ name: 'templates.template_removed', rooms, data: { templateId } }] }
  })
}

export function restoreTemplate(
  live: Live,
  staff: Staff,
  templateId: string,
  commandId: string,
): Promise<{ template: TemplateView }> {
  return runCommand(live, staff, { name: 'templates.restore', commandId, input: { templateId } }, async (tx) => {
    await templateToChange(tx, staff, templateId)
    await tx
      .updateTable('template')
      .set({ removedAt: null })
      .where('workspaceId', '=', staff.workspaceId)
      .where('id', '=', templateId)
      .execute()
    return savedTemplate(tx, staff, templateId)
  })
}
