import { Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { toastRegion } from './show-toast.ts'

/** Where toasts appear, once in a page. `label` names the place; Alt+T goes there. */
export function Toasts(props: { label: string; closeLabel: string }) {
  return <Show when={toastRegion()}>{(region) => <Dynamic component={region()} {...props} />}</Show>
}
