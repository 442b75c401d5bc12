import type { PrintQuery } from '@comptoir/contract/timeline'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { useLanguage } from '../app/create-language.ts'
import { useConversation } from './conversation-context.ts'
import { useInbox } from './inbox-context.ts'

/** Prints the conversation that is open, or one message of it. */
export function usePrint() {
  const { t } = useLanguage()
  const { live } = useInbox()
  const here = useConversation()
  return async (what: PrintQuery) => {
    const done = await import('./print-page.ts').then(
      ({ printPage }) => printPage(live.api.printAddress(here.id, what)),
      () => 'failed' as const,
    )
    if (done === 'failed') void showToast({ text: t('common.unreachable'), tone: 'danger' })
  }
}
