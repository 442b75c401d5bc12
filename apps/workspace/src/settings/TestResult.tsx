import { Show } from 'solid-js'
import type { MailboxTest, ServerTest } from '@comptoir/contract/mailboxes'
import { Banner } from '@comptoir/ui/Banner'
import { useLanguage } from '../app/create-language.ts'
import { problemOf } from './problem-of.ts'

/** Whether an account serves; if not, why, what to do, and the server's own words for whoever knows them. */
export function TestResult(props: { result: MailboxTest }) {
  const { t } = useLanguage()
  const failed = () => [props.result.smtp, props.result.imap].find(isFailure)
  return (
    <Show when={failed()} fallback={<Banner tone="info">{t('settings.connect_good')}</Banner>}>
      {(result) => (
        <Banner tone="danger">
          {t(problemOf(result().problem))}
          <Show when={result().detail}>
            {(detail) => <code class="connect-detail">{t('settings.connect_said', { detail: detail() })}</code>}
          </Show>
        </Banner>
      )}
    </Show>
  )
}

function isFailure(one: ServerTest | null): one is Extract<ServerTest, { ok: false }> {
  return one?.ok === false
}
