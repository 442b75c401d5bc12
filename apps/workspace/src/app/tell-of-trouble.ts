import { useLocation, useNavigate } from '@solidjs/router'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { useLanguage } from './create-language.ts'
import { useWorkspace } from './workspace-context.ts'

/** Tells whoever wrote a message what befell it, on whatever page they are, unless they look at its conversation. */
export function tellOfTrouble() {
  const { t } = useLanguage()
  const { slug, me, events } = useWorkspace()
  const location = useLocation()
  const navigate = useNavigate()
  events.listen((event) => {
    if (event.name !== 'inbox.trouble_told' || !event.data.tells.includes(me().userId)) return
    const { conversation, trouble } = event.data
    const href = `/w/${slug}/inbox/c/${conversation.id}`
    if (location.pathname === href) return
    void showToast({
      tone: 'danger',
      text: t(`inbox.trouble.${trouble}`, { name: conversation.clientName }),
      action: { label: t('inbox.trouble.see'), leads: 'on', onClick: () => navigate(href) },
    })
  })
}
