import type { StaffEvent } from '@comptoir/contract/events'
import type { TemplatesSlice, TemplateView } from '@comptoir/contract/templates'

/** The kept texts after an event. */
export function applyToTemplates(slice: TemplatesSlice, event: StaffEvent): TemplatesSlice {
  if (event.seq <= slice.seq) return slice
  return { ...slice, seq: event.seq, templates: changed(slice.templates, event) }
}

function changed(templates: TemplateView[], event: StaffEvent): TemplateView[] {
  switch (event.name) {
    case 'templates.template_saved': {
      const { template } = event.data
      const isKnown = templates.some((one) => one.id === template.id)
      return isKnown ? templates.map((one) => (one.id === template.id ? template : one)) : [...templates, template]
    }
    case 'templates.template_removed':
      return templates.filter((one) => one.id !== event.data.templateId)
    case 'templates.template_used': {
      const { templateId, useCount, lastUsedAt } = event.data
      return templates.map((one) => (one.id === templateId ? { ...one, useCount, lastUsedAt } : one))
    }
    default:
      return templates
  }
}
