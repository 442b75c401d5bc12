import { Match, Show, Switch } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { useClientActs } from '../clients/client-acts.ts'
import { useLanguage } from '../app/create-language.ts'
import { useShowRefusal } from '../app/show-refusal.ts'
import { useConversation } from './conversation-context.ts'

/** That the images of a mail lie elsewhere, and whether to fetch them: now, or always for this client. */
export function MailImages(props: {
  count: number
  images: 'blocked' | 'shown'
  isOfClient: boolean
  onShow: () => void
}) {
  const { t } = useLanguage()
  const here = useConversation()
  const acts = useClientActs()
  const showRefusal = useShowRefusal()
  const client = () => here.opened().client
  const remember = async (images: 'shown' | 'asked') => {
    const { id, name } = client()
    try {
      await acts.showImages(id, images)
      const text = t(images === 'shown' ? 'inbox.message.images_will_show' : 'inbox.message.images_will_ask', { name })
      const undo = () => void acts.showImages(id, images === 'shown' ? 'asked' : 'shown').catch(showRefusal)
      void showToast({ text, tone: 'success', action: { label: t('common.undo'), onClick: undo } })
    } catch (error) {
      showRefusal(error)
    }
  }
  return (
    <Switch>
      <Match when={props.images === 'blocked'}>
        <div class="mail-images">
          <span>{t('inbox.message.images_blocked', { n: props.count })}</span>
          <Button size="sm" onClick={() => props.onShow()}>
            {t('inbox.message.show_images')}
          </Button>
          <Show when={props.isOfClient}>
            <Button size="sm" tone="ghost" onClick={() => void remember('shown')}>
              {t('inbox.message.images_for_client')}
            </Button>
          </Show>
        </div>
      </Match>
      <Match when={props.isOfClient && client().images === 'shown'}>
        <div class="mail-images">
          <span>{t('inbox.message.images_always')}</span>
          <Button size="sm" tone="ghost" onClick={() => void remember('asked')}>
            {t('inbox.message.images_stop')}
          </Button>
        </div>
      </Match>
    </Switch>
  )
}
