import type { NoticeView } from '@comptoir/contract/notices'
import { useLanguage } from '../app/create-language.ts'

/** What a notice says, and where it leads. */
export function createNoticeWords() {
  const { t } = useLanguage()
  return {
    sentence({ kind, actorName: actor, clientName, conversations: n, conversationId, summary }: NoticeView): string {
      if (kind === 'assigned' && !conversationId) return t('notices.assigned_many', { actor, n })
      if (kind !== 'trouble') return t(`notices.${kind}`, { actor })
      const is = (['gave_up', 'unknown', 'complained'] as const).find((one) => one === summary) ?? 'bounced'
      return t(`notices.trouble.${is}`, { name: clientName })
    },
    /** The conversation at the place of what happened; of many, those that are one's own. */
    href: (slug: string, { conversationId, thingId }: NoticeView): string =>
      conversationId ? `/w/${slug}/inbox/c/${conversationId}#${thingId}` : `/w/${slug}/inbox/mine`,
  }
}
