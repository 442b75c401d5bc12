import CircleAlert from 'lucide-solid/icons/circle-alert'
import CircleCheck from 'lucide-solid/icons/circle-check'
import { createEffect, Match, on, Show, Switch } from 'solid-js'
import type { MailServer, ServerTest } from '@comptoir/contract/mailboxes'
import { Spinner } from '@comptoir/ui/Spinner'
import { useLanguage } from '../../app/create-language.ts'
import { ProblemText } from '../ProblemText.tsx'
import { useConnecting } from './connecting-context.ts'
import './TestLines.css'

/** What each server answers: waiting, good, or what is wrong and what to do. */
export function TestLines() {
  const { draft, result } = useConnecting()
  let lines: HTMLDivElement | undefined
  // What is wrong is said below fields that fill a phone.
  createEffect(
    on(result, () =>
      requestAnimationFrame(() => lines?.parentElement?.lastElementChild?.scrollIntoView({ block: 'nearest' })),
    ),
  )
  return (
    <div ref={lines} class="connect-test" aria-live="polite">
      <Show when={draft.reads === 'read'}>
        <TestLine kind="imap" server={draft.imap} test={result()?.imap ?? undefined} />
      </Show>
      <TestLine kind="smtp" server={draft.smtp} test={result()?.smtp} />
    </div>
  )
}

function TestLine(props: { kind: 'imap' | 'smtp'; server: MailServer; test: ServerTest | undefined }) {
  const { t } = useLanguage()
  const failed = () => (props.test?.ok === false ? props.test : undefined)
  return (
    <div class="connect-test-line" data-state={props.test === undefined ? 'waiting' : failed() ? 'failed' : 'good'}>
      <Switch fallback={<Spinner size="sm" />}>
        <Match when={failed()}>
          <CircleAlert aria-hidden="true" />
        </Match>
        <Match when={props.test?.ok}>
          <CircleCheck aria-hidden="true" />
        </Match>
      </Switch>
      <div>
        <Switch fallback={<p>{t(`mailboxes.test_${props.kind}`)}</p>}>
          <Match when={failed()}>
            {(failure) => (
              <>
                <p class="connect-test-title">{t(`mailboxes.test_${props.kind}_failed`)}</p>
                <ProblemText problem={failure().problem} detail={failure().detail} server={props.server} />
              </>
            )}
          </Match>
          <Match when={props.test?.ok}>
            <p>{t(`mailboxes.test_${props.kind}_ok`)}</p>
          </Match>
        </Switch>
      </div>
    </div>
  )
}
