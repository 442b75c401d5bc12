import { Navigate, useSearchParams } from '@solidjs/router'
import { isView } from '@comptoir/contract/views'
import { lazy, Match, Show, Switch } from 'solid-js'
import { createFetched } from './create-fetched.ts'
import { useLanguage } from './create-language.ts'
import { useSession } from './create-session.ts'
import { CouldNot, Fetched } from './Fetched.tsx'
import { lastWorkspaceOf } from './last-workspace.ts'
import { askInstallation } from './ask-installation.ts'

/** The front door: the first run, the workspace one works in, or the sign-in page. */
export default function Start() {
  const session = useSession()
  // A shortcut on the home screen of a phone does not know the business.
  const [asked] = useSearchParams<{ view?: string }>()
  const inbox = () => (isView(asked.view) ? `inbox/${asked.view}` : 'inbox')
  const here = () => lastWorkspaceOf(session.me()?.workspaces ?? [])
  return (
    <Switch>
      <Match when={here()}>{(one) => <Navigate href={`/w/${one().slug}/${inbox()}`} />}</Match>
      <Match when={session.me()}>
        <Navigate href="/account" />
      </Match>
      <Match when={session.me() === null}>
        <Nobody />
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

function Nobody() {
  const { learnPages } = useLanguage()
  const FirstRun = lazy(async () => (await Promise.all([import('../identity/FirstRun.tsx'), learnPages()]))[0])
  const installation = createFetched(() => 'installation', askInstallation)
  return (
    <Fetched of={installation} loading={null}>
      {(found) => (
        <Show when={found().state === 'first-run'} fallback={<Navigate href="/sign-in" />}>
          <FirstRun installation={found()} />
        </Show>
      )}
    </Fetched>
  )
}
