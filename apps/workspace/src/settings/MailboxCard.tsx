import { Match, Show, Switch } from 'solid-js'
import type { MailboxView } from '@comptoir/contract/mailboxes'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import { Tag } from '@comptoir/ui/Tag'
import { useLanguage } from '../app/create-language.ts'
import '@comptoir/ui/Card.css'
import { MailboxMenu } from './MailboxMenu.tsx'
import type { MailboxTask } from './Mailboxes.tsx'
import { problemOf } from './problem-of.ts'
import { RestoredMailbox } from './RestoredMailbox.tsx'

/** One mailbox: its address, where its mail goes, and what is wrong with it. */
export function MailboxCard(props: { mailbox: MailboxView; onTask: (task: MailboxTask) => void }) {
  const { t, format } = useLanguage()
  const smtp = () => props.mailbox.smtp
  return (
    <article class="card mailbox-card" aria-label={props.mailbox.name}>
      <div class="mailbox-head">
        <div class="mailbox-words">
          <h2 class="mailbox-name">
            <span class="truncate">{props.mailbox.name}</span>
            <State mailbox={props.mailbox} />
            <Show when={props.mailbox.isDefault}>
              <Tag>{t('settings.mailbox_default')}</Tag>
            </Show>
          </h2>
          <p class="mailbox-address truncate">{props.mailbox.address}</p>
        </div>
        <Button size="sm" onClick={() => props.onTask({ is: 'connect', id: props.mailbox.id })}>
          {smtp() ? t('settings.mailbox_reconnect') : t('settings.mailbox_connect')}
        </Button>
        <MailboxMenu mailbox={props.mailbox} onTask={props.onTask} />
      </div>
      <p class="mailbox-way">
        <Show when={smtp()} fallback={t('settings.mailbox_sandbox_text')}>
          {(account) => t('settings.mailbox_smtp_text', { host: account().host, port: String(account().port) })}
        </Show>
      </p>
      <RestoredMailbox mailbox={props.mailbox} />
      <Show when={props.mailbox.state === 'failing'}>
        <Banner tone="danger">
          {t(problemOf(props.mailbox.lastProblem))}
          <Show when={props.mailbox.lastProblemAt}>
            {(at) => <div class="mailbox-when">{format().full(at())}</div>}
          </Show>
        </Banner>
      </Show>
    </article>
  )
}

function State(props: { mailbox: MailboxView }) {
  const { t } = useLanguage()
  return (
    <Switch fallback={<Tag tone="accent">{t('settings.mailbox_smtp')}</Tag>}>
      <Match when={props.mailbox.state === 'paused'}>
        <Tag tone="warm">{t('settings.mailbox_is_paused')}</Tag>
      </Match>
      <Match when={props.mailbox.state === 'failing'}>
        <Tag tone="danger">{t('settings.mailbox_failing')}</Tag>
      </Match>
      <Match when={props.mailbox.carrier === 'sandbox'}>
        <Tag tone="info">{t('settings.mailbox_sandbox')}</Tag>
      </Match>
    </Switch>
  )
}
