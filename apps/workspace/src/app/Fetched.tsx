import { Match, Switch, type Accessor, type JSX } from 'solid-js'
import { Refused } from '@comptoir/wire/ask'
import { ErrorState } from '@comptoir/ui/ErrorState'
import type { Fetched as FetchedOf } from './create-fetched.ts'
import { useLanguage } from './create-language.ts'
import { sentenceOf } from './show-refusal.ts'

/** What was fetched; before it a shape of its size, and when it could not be, why and a way to try again. */
export function Fetched<Value>(props: {
  of: FetchedOf<Value>
  loading: JSX.Element
  children: (value: Accessor<Value>) => JSX.Element
}) {
  return (
    <Switch>
      <Match when={props.of.state().is === 'loading'}>{props.loading}</Match>
      <Match when={failureOf(props.of)}>{(failed) => <CouldNot error={failed().error} retry={props.of.retry} />}</Match>
      <Match when={props.of.state().is === 'ready'}>{props.children(() => props.of.value() as Value)}</Match>
    </Switch>
  )
}

/** Says why something cannot be shown. */
export function CouldNot(props: { error: unknown; retry: () => void }) {
  const language = useLanguage()
  const { t } = language
  return (
    <ErrorState
      title={t('common.could_not_show')}
      text={sentenceOf(props.error, language)}
      retry={{ label: t('common.retry'), onClick: props.retry }}
      reference={props.error instanceof Refused ? props.error.body.reference : undefined}
    />
  )
}

function failureOf<Value>(fetched: FetchedOf<Value>) {
  const now = fetched.state()
  return now.is === 'failed' && now
}
