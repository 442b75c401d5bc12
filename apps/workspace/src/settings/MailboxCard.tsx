import { Match, Show, Switch } from 'solid-js'
import type { MailboxView } from '@comptoir/contract/mailboxes'
import { Button } from '@comptoir/ui/Button'
import { Tag } from '@comptoir/ui/Tag'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import '@comptoir/ui/Card.css'
import { MailboxHealth } from './MailboxHealth.tsx'
import { MailboxMenu } from './MailboxMenu.tsx'
import type { MailboxTask } from './Mailboxes.tsx'
import { MailboxWays } from './MailboxWays.tsx'
import { RestoredMailbox } from './RestoredMailbox.tsx'

/** One mailbox: its address, whose it is, where its mail comes from and goes, and what is wrong with it. */
export function MailboxCard(props: { mailbox: MailboxView; onTask: (task: MailboxTask) => void }) {
  const { t } = useLanguage()
  const { memberName } = useWorkspace()
  const connect = () => props.onTask({ is: 'connect', id: props.mailbox.id })
  return (
    <article class="card mailbox-card" aria-label={props.mailbox.name}>
      <div class="mailbox-head">
        <div class="mailbox-words">
          <h2 class="mailbox-name">
            <span class="truncate">{props.mailbox.name}</span>
            <State mailbox={props.mailbox} />
            <Show when={props.mailbox.isDefault}>
              <Tag>{t('mailboxes.default')}</Tag>
            </Show>
            <Show when={props.mailbox.ownerId}>
              {(ownerId) => <Tag tone="plum">{t('mailboxes.of_member', { name: memberName(ownerId()) })}</Tag>}
            </Show>
          </h2>
          <p class="mailbox-address truncate">{props.mailbox.address}</p>
        </div>
        <Button size="sm" tone={props.mailbox.smtp ? 'secondary' : 'primary'} onClick={connect}>
          {props.mailbox.smtp ? t('mailboxes.reconnect') : t('mailboxes.connect')}
        </Button>
        <MailboxMenu mailbox={props.mailbox} onTask={props.onTask} />
      </div>
      <MailboxWays mailbox={props.mailbox} />
      <RestoredMailbox mailbox={props.mailbox} />
      <MailboxHealth mailbox={props.mailbox} onMend={connect} />
    </article>
  )
}

function State(props: { mailbox: MailboxView }) {
  const { t } = useLanguage()
  return (
    <Switch fallback={<Tag tone="accent">{t('mailboxes.state_ok')}</Tag>}>
      <Match when={props.mailbox.state === 'paused'}>
        <Tag tone="warm">{t('mailboxes.in_pause')}</Tag>
      </Match>
      <Match when={props.mailbox.carrier === 'sandbox'}>
        <Tag tone="info">{t('mailboxes.sandbox')}</Tag>
      </Match>
      <Match when={props.mailbox.fetchProblem}>
        <Tag tone="danger">{t('mailboxes.failing_fetch')}</Tag>
      </Match>
      <Match when={props.mailbox.state === 'failing'}>
        <Tag tone="danger">{t('mailboxes.failing_send')}</Tag>
      </Match>
    </Switch>
  )
}
