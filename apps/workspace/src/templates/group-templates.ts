import type { TemplateView } from '@comptoir/contract/templates'
import { matchesQuery } from '@comptoir/ui/match-query.ts'

export interface TemplateGroup {
  /** Empty: those of none. */
  category: string
  templates: TemplateView[]
}

/** Those whose name or category these words begin, by category; what is used most stands first. */
export function groupTemplates(templates: readonly TemplateView[], words: string, locale: string): TemplateGroup[] {
  const groups = new Map<string, TemplateView[]>()
  for (const one of templates) {
    if (!matchesQuery(words, `${one.name} ${one.category}`)) continue
    const group = groups.get(one.category)
    if (group) group.push(one)
    else groups.set(one.category, [one])
  }
  const compare = new Intl.Collator(locale).compare
  return [...groups]
    .map(([category, some]) => ({
      category,
      templates: some.sort((a, b) => b.useCount - a.useCount || compare(a.name, b.name)),
    }))
    .sort((a, b) => mostUsed(b) - mostUsed(a) || compare(a.category, b.category))
}

function mostUsed({ templates }: TemplateGroup) {
  return templates[0]?.useCount ?? 0
}
