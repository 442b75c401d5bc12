import type { Tx } from '@comptoir/db/db'
import type { AddTemplateInput, ChangeTemplateInput, TemplateView } from '@comptoir/contract/templates'
import { fillTemplate } from '@comptoir/rules/fill-template'
import { picturesIn } from '@comptoir/rules/pictures-in'
import type { Staff } from '../identity/actor.ts'
import { htmlToText } from '../messaging/html-to-text.ts'
import { sanitizeTemplateHtml } from '../messaging/sanitize-own-html.ts'
import type { Fact } from '../realtime/record-events.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { keepFiles } from './keep-files.ts'
import { refuseDelegate, templateToChange } from './template-to-change.ts'
import { roomsOfTemplate, templatesOf, templateView } from './templates.ts'

/** So many of one's own, and so many of the team: a screen holds them all. */
const most = 300

/** Keeps a text to be written again. */
export function addTemplate(live: Live, staff: Staff, input: AddTemplateInput): Promise<{ template: TemplateView }> {
  const command = { name: 'templates.add', commandId: input.commandId, input }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId } = staff
    refuseDelegate(staff, input.whose)
    await refuseTooMany(tx, staff, input.whose)
    const columns = columnsOf(staff, input)
    await tx
      .insertInto('template')
      .values({ workspaceId, id: input.id, ...columns })
      .execute()
    await keepFiles(tx, staff, input.id, input.fileIds, picturesIn(columns.bodyHtml))
    return savedTemplate(tx, staff, input.id)
  })
}

/** Changes a kept text, or passes it between oneself and the team; what somebody else changed meanwhile is not lost. */
export function changeTemplate(
  live: Live,
  staff: Staff,
  templateId: string,
  input: ChangeTemplateInput,
): Promise<{ template: TemplateView }> {
  const command = { name: 'templates.change', commandId: input.commandId, input: { templateId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const was = await templateToChange(tx, staff, templateId)
    refuseDelegate(staff, input.whose)
    if (was.isRemoved) throw new Refusal('not_found', 'errors.template_missing')
    if (was.version !== input.version) throw new Refusal('conflict', 'errors.template_changed')
    if (was.whose !== input.whose) await refuseTooMany(tx, staff, input.whose)
    const columns = columnsOf(staff, input)
    await tx
      .updateTable('template')
      .set({ ...columns, version: was.version + 1 })
      .where('workspaceId', '=', staff.workspaceId)
      .where('id', '=', templateId)
      .execute()
    await keepFiles(tx, staff, templateId, input.fileIds, picturesIn(columns.bodyHtml))
    const saved = await savedTemplate(tx, staff, templateId)
    if (was.whose === input.whose) return saved
    const rooms = await roomsOfTemplate(tx, staff, was.whose)
    const gone: Fact = { name: 'templates.template_removed', rooms, data: { templateId } }
    return { ...saved, facts: [gone, ...saved.facts] }
  })
}

/** A kept text as it now is, and the fact that tells whoever may write it. */
export async function savedTemplate(tx: Tx, staff: Staff, templateId: string) {
  const template = await templateView(tx, staff, templateId)
  const rooms = await roomsOfTemplate(tx, staff, template.whose)
  const saved: Fact = { name: 'templates.template_saved', rooms, data: { template } }
  return { result: { template }, facts: [saved] }
}

function columnsOf(staff: Staff, input: Omit<AddTemplateInput, 'commandId' | 'id'>) {
  const { name, category, fallbacks, whose } = input
  const bodyHtml = sanitizeTemplateHtml(input.bodyHtml)
  const words = htmlToText(fillTemplate(bodyHtml, { values: {}, fallbacks: {}, labelOf: (one) => one }))
  const isEmpty = words.trim() === '' && input.fileIds.length === 0 && picturesIn(bodyHtml).length === 0
  if (isEmpty) throw new Refusal('invalid', 'errors.empty_message')
  const ownerId = whose === 'team' ? null : staff.userId
  return { name, category, bodyHtml, fallbacks: JSON.stringify(fallbacks), ownerId }
}

async function refuseTooMany(tx: Tx, staff: Staff, whose: TemplateView['whose']) {
  const { n } = await templatesOf(tx, staff)
    .where('template.ownerId', whose === 'team' ? 'is' : '=', whose === 'team' ? null : staff.userId)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  if (n >= most) throw new Refusal('conflict', 'errors.too_many_templates', { most })
}
