import { createSignal, Show, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { TriggerBinding } from './Menu.tsx'
import type { PopoverBody } from './PopoverBody.tsx'

export type PopoverProps = {
  /** What the popover is called aloud. */
  label: string
  trigger: (bind: TriggerBinding) => JSX.Element
  place?: 'bottom' | 'bottom-start' | 'bottom-end' | 'top' | 'top-start' | 'top-end' | 'right' | 'left'
  /** Receives the way to close it. */
  children: (close: () => void) => JSX.Element
}

/** A small panel beside what opens it. Its behaviour is fetched when a hand comes near. */
export function Popover(props: PopoverProps) {
  const [body, setBody] = createSignal<typeof PopoverBody>()
  const fetchBody = () => import('./PopoverBody.tsx')
  const warm = () => void fetchBody()
  const open = async () => {
    const fetched = await fetchBody()
    setBody(() => fetched.PopoverBody)
  }
  return (
    <Show
      when={body()}
      fallback={props.trigger({
        'aria-haspopup': 'dialog',
        'aria-expanded': 'false',
        onPointerEnter: warm,
        onFocus: warm,
        onClick: () => void open(),
      })}
    >
      {(loaded) => <Dynamic component={loaded()} {...props} />}
    </Show>
  )
}
