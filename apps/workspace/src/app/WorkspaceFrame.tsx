import { useParams, type RouteSectionProps } from '@solidjs/router'
import { createEffect, onCleanup, onMount, Show, type Accessor, type JSX } from 'solid-js'
import type { Me } from '@comptoir/contract/identity'
import { createFetched } from './create-fetched.ts'
import { useLanguage } from './create-language.ts'
import { createWorkspace, type WorkspaceSlice } from './create-workspace.ts'
import { Fetched } from './Fetched.tsx'
import { holdLiveLine } from './hold-live-line.ts'
import { keepLastWorkspace } from './last-workspace.ts'
import { loadWorkspace } from './load-workspace.ts'
import { useSession } from './create-session.ts'
import { Shell } from './Shell.tsx'
import { ShellSkeleton } from './ShellSkeleton.tsx'
import { SignedIn } from './SignedIn.tsx'
import { WorkspaceContext } from './workspace-context.ts'

/** A business and the person signed in to it, around every page of it. */
export default function WorkspaceFrame(props: RouteSectionProps) {
  const params = useParams<{ slug: string }>()
  const slice = createFetched(() => params.slug, loadWorkspace)
  return (
    <SignedIn loading={<ShellSkeleton />}>
      {(me) => (
        <Fetched of={slice} loading={<ShellSkeleton />}>
          {(value) => (
            <Show when={params.slug} keyed>
              {(slug) => (
                <Inside slug={slug} me={me} slice={value()}>
                  {props.children}
                </Inside>
              )}
            </Show>
          )}
        </Fetched>
      )}
    </SignedIn>
  )
}

function Inside(props: { slug: string; me: Accessor<Me>; slice: WorkspaceSlice; children: JSX.Element }) {
  const { setTimeZone, setLocale } = useLanguage()
  const session = useSession()
  const workspace = createWorkspace(props.slug, props.me, props.slice)
  createEffect(() => setTimeZone(workspace.workspace.timeZone))
  createEffect(() => void setLocale(props.me().locale))
  keepLastWorkspace(props.slug)
  onMount(() => onCleanup(holdLiveLine(workspace, session)))
  return (
    <WorkspaceContext.Provider value={workspace}>
      <Shell>{props.children}</Shell>
    </WorkspaceContext.Provider>
  )
}
