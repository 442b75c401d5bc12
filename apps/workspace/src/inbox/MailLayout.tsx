import ExternalLink from 'lucide-solid/icons/external-link'
import { createSignal, Show, type JSX } from 'solid-js'
import type { MessageItem } from '@comptoir/contract/timeline'
import { Button } from '@comptoir/ui/Button'
import { LinkButton } from '@comptoir/ui/LinkButton'
import { useLanguage } from '../app/create-language.ts'
import { useConversation } from './conversation-context.ts'
import { useInbox } from './inbox-context.ts'
import { MailImages } from './MailImages.tsx'
import './MailLayout.css'

/** The words of a mail; on request its layout, in a frame that can do nothing and fetches nothing by itself. */
export function MailLayout(props: { message: MessageItem; remoteImages: number; children: JSX.Element }) {
  const { t } = useLanguage()
  const { live } = useInbox()
  const [shown, setShown] = createSignal<'text' | 'layout'>('text')
  const here = useConversation()
  const [asked, setAsked] = createSignal<'no' | 'yes'>('no')
  // What the team decided for its client says nothing of other people, nor of whoever pretends to be the client.
  const isOfClient = () => props.message.direction === 'in' && props.message.senderCheck !== 'unverified'
  const images = () =>
    asked() === 'yes' || (isOfClient() && here.opened().client.images === 'shown') ? 'shown' : 'blocked'
  const address = () => live.api.bodyAddress(props.message.id, images())
  return (
    <>
      <Show when={shown() === 'layout'} fallback={props.children}>
        <Show when={props.remoteImages > 0}>
          <MailImages
            count={props.remoteImages}
            images={images()}
            isOfClient={isOfClient()}
            onShow={() => setAsked('yes')}
          />
        </Show>
        <iframe
          class="mail-layout"
          title={t('inbox.message.layout_of', { name: props.message.authorName })}
          src={address()}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          referrerpolicy="no-referrer"
          loading="lazy"
        />
      </Show>
      <div class="mail-layout-acts">
        <Button
          size="sm"
          tone="ghost"
          aria-pressed={shown() === 'layout'}
          onClick={() => setShown(shown() === 'layout' ? 'text' : 'layout')}
        >
          {shown() === 'layout' ? t('inbox.message.hide_layout') : t('inbox.message.show_layout')}
        </Button>
        <Show when={shown() === 'layout'}>
          <LinkButton
            size="sm"
            tone="ghost"
            href={address()}
            target="_blank"
            rel="noopener noreferrer"
            icon={<ExternalLink aria-hidden="true" />}
          >
            {t('inbox.message.open_layout')}
          </LinkButton>
        </Show>
      </div>
    </>
  )
}
