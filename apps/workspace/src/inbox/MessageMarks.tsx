import EyeOff from 'lucide-solid/icons/eye-off'
import Flag from 'lucide-solid/icons/flag'
import ShieldAlert from 'lucide-solid/icons/shield-alert'
import { Show } from 'solid-js'
import type { MessageItem } from '@comptoir/contract/timeline'
import { Popover } from '@comptoir/ui/Popover'
import { Tag } from '@comptoir/ui/Tag'
import { useLanguage } from '../app/create-language.ts'
import { AlsoIn } from './AlsoIn.tsx'
import './MessageMarks.css'

/** What one should know of a message besides what it says: a machine wrote it, nobody vouches for its sender, or its reader called it spam. */
export function MessageMarks(props: { message: MessageItem }) {
  const { t, format } = useLanguage()
  const outsider = () => {
    if (props.message.direction === 'in') return t('inbox.message.outsider')
    return t(props.message.quotedText ? 'inbox.message.forwarded' : 'inbox.message.outsider_answered')
  }
  return (
    <>
      <Show when={props.message.party === 'outsider'}>
        <span class="message-party" data-tooltip={t('inbox.message.outsider_why')}>
          <Tag tone="warm" icon={<EyeOff aria-hidden="true" />}>
            {outsider()}
          </Tag>
        </span>
      </Show>
      <Show when={props.message.kind === 'auto-reply'}>
        <Tag>{t('inbox.message.auto_reply')}</Tag>
      </Show>
      <Show when={props.message.senderCheck === 'unverified'}>
        <Popover
          label={t('inbox.message.unverified')}
          place="top"
          trigger={(bind) => (
            <button type="button" {...bind} class="sender-unverified" data-tooltip={t('inbox.message.unverified_why')}>
              <Tag tone="warm" icon={<ShieldAlert aria-hidden="true" />}>
                {t('inbox.message.unverified')}
              </Tag>
            </button>
          )}
        >
          {() => <p>{t('inbox.message.unverified_why')}</p>}
        </Popover>
      </Show>
      <Show when={props.message.receipt?.complainedAt}>
        {(at) => (
          <span title={t('inbox.receipt.at', { state: t('inbox.receipt.complained'), at: format().full(at()) })}>
            <Tag tone="warm" icon={<Flag aria-hidden="true" />}>
              {t('inbox.receipt.complained')}
            </Tag>
          </span>
        )}
      </Show>
      <Show when={props.message.written !== 'here' && props.message.written}>
        {(where) => <span>{t(`inbox.message.written_${where()}`)}</span>}
      </Show>
      <Show when={props.message.alsoIn.length > 0}>
        <AlsoIn mailboxIds={props.message.alsoIn} />
      </Show>
    </>
  )
}
