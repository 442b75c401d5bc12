import ShieldAlert from 'lucide-solid/icons/shield-alert'
import { lazy, Show } from 'solid-js'
import type { MessageItem } from '@comptoir/contract/inbox'
import { Tag } from '@comptoir/ui/Tag'
import { useLanguage } from '../app/create-language.ts'
import './MessageMarks.css'

const AlsoIn = lazy(() => import('./AlsoIn.tsx'))

/** What one should know of a message besides what it says: a machine wrote it, or nobody vouches for its sender. */
export function MessageMarks(props: { message: MessageItem }) {
  const { t } = useLanguage()
  return (
    <>
      <Show when={props.message.kind === 'auto-reply'}>
        <Tag>{t('inbox.message.auto_reply')}</Tag>
      </Show>
      <Show when={props.message.senderCheck === 'unverified'}>
        <span class="sender-unverified" data-tooltip={t('inbox.message.unverified_why')} tabindex="0">
          <Tag tone="warm" icon={<ShieldAlert aria-hidden="true" />}>
            {t('inbox.message.unverified')}
          </Tag>
          <span class="visually-hidden">{t('inbox.message.unverified_why')}</span>
        </span>
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
