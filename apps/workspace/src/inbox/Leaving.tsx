import { lazy, Match, Suspense, Switch, type JSX } from 'solid-js'
import type { MessageItem } from '@comptoir/contract/timeline'
import { useWorkspace } from '../app/workspace-context.ts'
import { LeavingSoon } from './LeavingSoon.tsx'

const LeavingLater = lazy(() => import('./LeavingLater.tsx'))

/** That a message waits before it leaves, and what can be done about it; then its receipt. */
export function Leaving(props: { message: MessageItem; children: JSX.Element }) {
  const workspace = useWorkspace()
  const mayDecide = () => props.message.userId === workspace.me().userId || workspace.isAdmin()
  const waits = (is: 'soon' | 'later') => {
    const { leaving, receipt } = props.message
    return receipt?.state === 'queued' && receipt.reason === null && leaving?.is === is && leaving.at
  }
  return (
    <Switch fallback={props.children}>
      <Match when={waits('soon')}>
        {(at) => (
          <LeavingSoon messageId={props.message.id} at={at()} mayTakeBack={mayDecide()}>
            {props.children}
          </LeavingSoon>
        )}
      </Match>
      <Match when={waits('later')}>
        {(at) => (
          <Suspense>
            <LeavingLater message={props.message} at={at()} mayDecide={mayDecide()} />
          </Suspense>
        )}
      </Match>
    </Switch>
  )
}
