import { useNavigate, useParams, type RouteSectionProps } from '@solidjs/router'
import { createEffect, onCleanup, onMount, Show, untrack, type Accessor, type JSX } from 'solid-js'
import type { Me } from '@comptoir/contract/identity'
import { Refused } from '@comptoir/wire/ask'
import { createFetched, type FetchState } from './create-fetched.ts'
import { useLanguage } from './create-language.ts'
import { createWorkspace } from './create-workspace.ts'
import { Fetched } from './Fetched.tsx'
import { holdLiveLine } from './hold-live-line.ts'
import { keepLastWorkspace } from './last-workspace.ts'
import { loadOrRecallWorkspace, type LoadedWorkspace } from './load-workspace.ts'
import { useSession } from './create-session.ts'
import Missing from './Missing.tsx'
import { Shell } from './Shell.tsx'
import { ShellSkeleton } from './ShellSkeleton.tsx'
import { SignedIn } from './SignedIn.tsx'
import { WorkspaceContext } from './workspace-context.ts'

/** A business and the person signed in to it, around every page of it. */
export default function WorkspaceFrame(props: RouteSectionProps) {
  const params = useParams<{ slug: string }>()
  const slice = createFetched(() => params.slug, loadOrRecallWorkspace)
  return (
    <SignedIn loading={<ShellSkeleton />}>
      {(me) => (
        <Show when={!isMissing(slice.state())} fallback={<Missing />}>
          <Fetched of={slice} loading={<ShellSkeleton />}>
            {(value) => (
              <Show when={value()} keyed>
                {(loaded) => (
                  <Inside me={me} loaded={loaded}>
                    {props.children}
                  </Inside>
                )}
              </Show>
            )}
          </Fetched>
        </Show>
      )}
    </SignedIn>
  )
}

/** No such business, or none of this person's. */
function isMissing(state: FetchState<LoadedWorkspace>) {
  return state.is === 'failed' && state.error instanceof Refused && state.error.code === 'not_found'
}

function Inside(props: { me: Accessor<Me>; loaded: LoadedWorkspace; children: JSX.Element }) {
  const { setTimeZone } = useLanguage()
  const session = useSession()
  const navigate = useNavigate()
  const params = useParams<{ slug: string }>()
  const loaded = untrack(() => props.loaded)
  const { viewing, workspace: business } = loaded.slice
  const { slug } = business
  // Everything is asked at the address one is at, which says whose eyes one looks with.
  const here = viewing ? untrack(() => params.slug) : slug
  const workspace = createWorkspace(here, () => viewing ?? props.me(), loaded)
  createEffect(() => setTimeZone(workspace.workspace.timeZone))
  // Shut out of this business, but still somebody.
  createEffect(() => {
    if (!props.me().workspaces.some((one) => one.slug === slug)) navigate('/', { replace: true })
  })
  keepLastWorkspace(slug)
  onMount(() => onCleanup(holdLiveLine(workspace, session)))
  return (
    <WorkspaceContext.Provider value={workspace}>
      <Shell>{props.children}</Shell>
    </WorkspaceContext.Provider>
  )
}
