import type { TemplateView, VariableTexts } from '@comptoir/contract/templates'
import { fillTemplate } from '@comptoir/rules/fill-template'
import { nameParts } from '@comptoir/rules/name-parts'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { liveInboxOf } from '../live/live-inbox.ts'
import { sendCommand } from '../live/send-command.ts'
import type { TemplatePlace } from './template-place.ts'
import { variableLabel } from './template-words.ts'

/** A kept text as it is put into a message; its files go along, and its use is counted. */
export function createTemplateUse(place: () => TemplatePlace): (template: TemplateView) => string {
  const language = useLanguage()
  const workspace = useWorkspace()
  const { templatesApi } = liveInboxOf(workspace)

  function values(): VariableTexts {
    const { client, subject } = place().about()
    const { me, workspace: business } = workspace
    // What is called like its company is no person.
    const isPerson = client && client.name.toLocaleLowerCase() !== client.company.toLocaleLowerCase()
    const called = nameParts(isPerson ? client.name : '')
    return {
      client_first_name: called.first,
      client_last_name: called.last,
      client_name: client?.name ?? '',
      client_company: client?.company ?? '',
      client_email: client?.email ?? '',
      client_phone: client?.phone ?? '',
      sender_name: me().name,
      sender_first_name: nameParts(me().name).first,
      sender_email: me().email,
      business_name: business.name,
      business_phone: business.phone,
      subject,
      today: language.format().longDate(new Date().toISOString()),
    }
  }

  return ({ id, bodyHtml, fallbacks, files }) => {
    if (files.length > 0) place().addFiles(files.map((file) => ({ ...file })))
    // Whether it was counted is nothing to wait for, or to be told of.
    sendCommand((commandId) => templatesApi.use(id, commandId)).catch(() => {})
    return fillTemplate(bodyHtml, { values: values(), fallbacks, labelOf: (name) => variableLabel(language, name) })
  }
}
