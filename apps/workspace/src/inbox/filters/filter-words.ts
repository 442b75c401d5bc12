import type { Filter, FilterChoices, FilterPart } from '@comptoir/contract/filters'
import type { View } from '@comptoir/contract/views'
import { useLanguage } from '../../app/create-language.ts'
import { useWorkspace } from '../../app/workspace-context.ts'

/** The parts that narrow this view further, for this person. */
export function partsFor(view: View, isTeam: boolean): FilterPart[] {
  const [kind = ''] = view.split(':')
  const ofState = ['all', 'sent', 'follow-up', 'unread', 'unread-assignee', 'source'].includes(kind)
  const means: Record<FilterPart, boolean> = {
    text: true,
    assignee: isTeam && !['mine', 'unassigned', 'member'].includes(kind),
    tag: true,
    category: true,
    source: kind !== 'source',
    page: true,
    channel: true,
    since: true,
    until: true,
    state: ofState,
    unread: !kind.startsWith('unread'),
    waiting: kind !== 'to-answer',
  }
  return (Object.keys(means) as FilterPart[]).filter((part) => means[part])
}

/** What a part of a filter says, as a chip shows it. */
export function useFilterWords(choices: () => FilterChoices | undefined) {
  const { t, format } = useLanguage()
  const workspace = useWorkspace()
  return (part: FilterPart, filter: Filter): string => {
    const said = filter[part] ?? ''
    switch (part) {
      case 'assignee':
        return t('filters.chip.assignee', {
          name: said === 'me' ? t('filters.me') : said === 'nobody' ? t('filters.nobody') : workspace.memberName(said),
        })
      case 'tag': {
        const tag = choices()?.tags.find(({ id }) => id === said)
        return t('filters.chip.tag', { name: tag?.name ?? '…' })
      }
      case 'category': {
        const category = choices()?.categories.find(({ id }) => id === said)
        return t('filters.chip.category', {
          name: said === 'none' ? t('filters.no_category') : (category?.name ?? '…'),
        })
      }
      case 'source':
        return t(`views.sources.${filter.source!}`)
      case 'channel':
        return t('filters.chip.channel', { name: t(`inbox.channel.${filter.channel!}`) })
      case 'since':
        return /\d/.test(said)
          ? t('filters.chip.since', { day: format().wholeDay(said) })
          : t(`filters.since.${said as 'week'}`)
      case 'until':
        return t('filters.chip.until', { day: format().wholeDay(said) })
      case 'state':
        return t(`filters.state.${filter.state!}`)
      case 'unread':
        return t(`filters.unread.${filter.unread!}`)
      case 'waiting':
        return t('filters.waiting')
      case 'page':
        return t('filters.chip.page', { page: said })
      case 'text':
        return t('filters.chip.text', { text: said })
    }
  }
}
