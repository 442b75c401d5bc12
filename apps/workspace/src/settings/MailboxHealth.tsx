import { Show } from 'solid-js'
import type { MailboxView } from '@comptoir/contract/mailboxes'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import { Progress } from '@comptoir/ui/Progress'
import { useLanguage } from '../app/create-language.ts'
import { signInNames } from './connect/sign-in-names.ts'
import { ProblemText } from './ProblemText.tsx'

/** How it goes: what is being brought in, and what is wrong since when, with what to do. */
export function MailboxHealth(props: { mailbox: MailboxView; onMend: () => void }) {
  const { t, format } = useLanguage()
  const isPaused = () => props.mailbox.state === 'paused'
  const history = () => {
    const { history: now } = props.mailbox
    return !isPaused() && now && now.done < now.total ? now : undefined
  }
  const isFirst = () => {
    const { imap, fetchedAt, fetchProblem } = props.mailbox
    return !isPaused() && imap !== null && fetchedAt === null && fetchProblem === null && !history()
  }
  const lastRead = () => {
    const { fetchedAt } = props.mailbox
    return fetchedAt ? t('mailboxes.last_read', { at: format().moment(fetchedAt) }) : undefined
  }
  return (
    <>
      <Show when={isPaused()}>
        <p class="mailbox-way-text">{t('mailboxes.in_pause_text')}</p>
      </Show>
      <Show when={isFirst()}>
        <div class="mailbox-progress">
          <p>{t('mailboxes.first_sync_begins')}</p>
          <Progress value={undefined} label={t('mailboxes.first_sync_begins')} />
        </div>
      </Show>
      <Show when={history()}>
        {(now) => {
          const text = () => t('mailboxes.first_sync', { done: now().done, total: now().total })
          return (
            <div class="mailbox-progress">
              <p>{text()}</p>
              <Progress value={now().done / now().total} label={text()} />
            </div>
          )
        }}
      </Show>
      <Show when={!isPaused() && props.mailbox.fetchProblem}>
        <Trouble mailbox={props.mailbox} of="fetch" onMend={props.onMend} after={lastRead()} />
      </Show>
      <Show when={props.mailbox.state === 'failing'}>
        <Trouble mailbox={props.mailbox} of="send" onMend={props.onMend} />
      </Show>
    </>
  )
}

function Trouble(props: { mailbox: MailboxView; of: 'fetch' | 'send'; onMend: () => void; after?: string }) {
  const { t, format } = useLanguage()
  const about = () => {
    const { imap, fetchProblem, fetchDetail, fetchProblemAt, smtp, lastProblem, lastDetail, lastProblemAt } =
      props.mailbox
    return props.of === 'fetch'
      ? {
          server: imap,
          problem: fetchProblem,
          detail: fetchDetail,
          at: fetchProblemAt,
          title: 'mailboxes.failing_fetch' as const,
        }
      : {
          server: smtp,
          problem: lastProblem,
          detail: lastDetail,
          at: lastProblemAt,
          title: 'mailboxes.failing_send' as const,
        }
  }
  const mend = () => {
    const { signIn } = props.mailbox
    return about().problem === 'auth_consent_gone' && signIn !== 'password'
      ? t('mailboxes.sign_in_again', { provider: signInNames[signIn] })
      : t('mailboxes.mend')
  }
  const since = () => {
    const { at, title } = about()
    return at ? t(`${title}_since`, { at: format().moment(at) }) : t(title)
  }
  return (
    <Banner
      tone="danger"
      action={
        <Button size="sm" onClick={() => props.onMend()}>
          {mend()}
        </Button>
      }
    >
      <p class="mailbox-trouble-title">{since()}</p>
      <ProblemText problem={about().problem} detail={about().detail} server={about().server} />
      <Show when={passing.has(about().problem ?? '')}>
        <p>{t('mailboxes.tries_again')}</p>
      </Show>
      <Show when={props.after}>
        <p class="mailbox-when">{props.after}</p>
      </Show>
    </Banner>
  )
}

/** What may mend itself. */
const passing = new Set(['refused', 'timeout', 'unexpected', 'host_not_found', 'disk_full'])
