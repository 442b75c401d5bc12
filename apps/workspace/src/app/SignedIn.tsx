import { Navigate, useLocation } from '@solidjs/router'
import { Match, Switch, type Accessor, type JSX } from 'solid-js'
import type { Me } from '@comptoir/contract/identity'
import { useSession } from './create-session.ts'
import { CouldNot } from './Fetched.tsx'

/** For whoever is signed in; anybody else signs in first, then comes back here. */
export function SignedIn(props: { loading?: JSX.Element; children: (me: Accessor<Me>) => JSX.Element }) {
  const session = useSession()
  const location = useLocation()
  return (
    <Switch fallback={props.loading}>
      <Match when={session.me()}>{(me) => props.children(me)}</Match>
      <Match when={session.me() === null}>
        <Navigate href={`/sign-in?back=${encodeURIComponent(location.pathname + location.search)}`} />
      </Match>
      <Match when={session.problem()}>
        {(problem) => (
          <main>
            <CouldNot error={problem()} retry={() => void session.read()} />
          </main>
        )}
      </Match>
    </Switch>
  )
}
