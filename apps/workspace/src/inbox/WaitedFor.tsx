import Hourglass from 'lucide-solid/icons/hourglass'
import { Show } from 'solid-js'
import { useWaited } from './use-waited.ts'
import './WaitedFor.css'

/** How long the client has waited for an answer. */
export function WaitedFor(props: { since: string | null }) {
  const waited = useWaited(() => props.since)
  return (
    <Show when={waited()}>
      {(one) => (
        <span class="waited-for num" title={one().sentence}>
          <Hourglass aria-hidden="true" />
          <span aria-hidden="true">{one().time}</span>
          <span class="visually-hidden">{one().sentence}</span>
        </span>
      )}
    </Show>
  )
}
