import { onCleanup, onMount } from 'solid-js'

/** The message of the timeline that has the focus, or had it before something was opened over the page. */
export function createLastFocused(): () => string | undefined {
  let id: string | undefined

  function onFocusIn({ target }: FocusEvent) {
    if (!(target instanceof HTMLElement) || target.closest('[role="dialog"], [role="menu"]')) return
    id = target.closest<HTMLElement>('.message[data-item]')?.dataset['item']
  }

  onMount(() => document.addEventListener('focusin', onFocusIn))
  onCleanup(() => document.removeEventListener('focusin', onFocusIn))
  return () => id
}
