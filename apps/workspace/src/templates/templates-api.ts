import type { AddTemplateInput, ChangeTemplateInput } from '@comptoir/contract/templates'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'

export type TemplatesApi = ReturnType<typeof templatesApi>

/** All that is asked of the texts a business keeps. */
export function templatesApi(slug: string) {
  const all = api.api.w[':slug'].templates
  const one = all[':templateId']
  const about = (templateId: string, commandId: string) => ({ param: { slug, templateId }, json: { commandId } })
  return {
    list: () => ask(all.$get({ param: { slug } })),
    add: (json: AddTemplateInput) => ask(all.$post({ param: { slug }, json })),
    change: (templateId: string, json: ChangeTemplateInput) => ask(one.$put({ param: { slug, templateId }, json })),
    remove: (templateId: string, commandId: string) => ask(one.remove.$post(about(templateId, commandId))),
    restore: (templateId: string, commandId: string) => ask(one.restore.$post(about(templateId, commandId))),
    use: (templateId: string, commandId: string) => ask(one.use.$post(about(templateId, commandId))),
  }
}
