import { useLocation, useNavigate } from '@solidjs/router'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { createNoticeWords } from './notice-words.ts'

/** What colleagues want of one is told on whatever page one is, unless one looks at its conversation. */
export function tellOfNotices() {
  const { t } = useLanguage()
  const { slug, events } = useWorkspace()
  const location = useLocation()
  const navigate = useNavigate()
  const words = createNoticeWords()
  events.listen((event) => {
    if (event.name !== 'inbox.notice_given') return
    const { notice } = event.data
    // What clients say comes by itself, and trouble is told apart.
    if (notice.kind === 'answered' || notice.kind === 'trouble') return
    if (location.pathname === `/w/${slug}/inbox/c/${notice.conversationId}`) return
    const note = notice.kind === 'reminder' ? notice.summary : ''
    const about = [words.sentence(notice), notice.clientName, note].filter(Boolean).join(' · ')
    void showToast({
      text: about,
      action: { label: t('notices.open'), leads: 'on', onClick: () => navigate(words.href(slug, notice)) },
    })
  })
}
