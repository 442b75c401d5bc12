import { Show, type JSX } from 'solid-js'
import type { MessageItem } from '@comptoir/contract/timeline'
import { useWorkspace } from '../app/workspace-context.ts'
import { LeavingSoon } from './LeavingSoon.tsx'

/** That a message waits before it leaves, and what can be done about it; then its receipt. */
export function Leaving(props: { message: MessageItem; children: JSX.Element }) {
  const workspace = useWorkspace()
  const mayDecide = () => props.message.userId === workspace.me().userId || workspace.isAdmin()
  const soon = () => {
    const { leaving, receipt } = props.message
    return receipt?.state === 'queued' && leaving?.is === 'soon' && leaving.at
  }
  return (
    <Show when={soon()} fallback={props.children}>
      {(at) => (
        <LeavingSoon messageId={props.message.id} at={at()} mayTakeBack={mayDecide()}>
          {props.children}
        </LeavingSoon>
      )}
    </Show>
  )
}
