import { createSignal, Show, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { MenuBody } from './MenuBody.tsx'

export type MenuAct = {
  label: string
  icon?: JSX.Element
  /** Under the label, in small. */
  detail?: string
  shortcut?: string
  tone?: 'danger'
  disabled?: boolean
  onSelect: () => void
}
export type MenuChoice = { value: string; label: string }
export type MenuEntry =
  | MenuAct
  | 'separator'
  | { heading: string }
  | { choices: readonly MenuChoice[]; label: string; value: string; onChange: (value: string) => void }

/** What a trigger puts on its button: `trigger={(bind) => <IconButton {...bind} label="…" />}`. */
export type TriggerBinding = JSX.ButtonHTMLAttributes<HTMLButtonElement>

export type MenuProps = {
  trigger: (bind: TriggerBinding) => JSX.Element
  entries: readonly MenuEntry[]
  place?: 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end' | 'right-end'
}

/** A menu whose behaviour is fetched when a hand comes near it, so that no first paint waits for it. */
export function Menu(props: MenuProps) {
  const [body, setBody] = createSignal<typeof MenuBody>()
  const fetchBody = () => import('./MenuBody.tsx')
  const warm = () => void fetchBody()
  const [openedBy, setOpenedBy] = createSignal<'pointer' | 'keyboard'>('pointer')
  const open = async (event: MouseEvent) => {
    // A click that no pointer made comes from a key.
    setOpenedBy(event.detail === 0 ? 'keyboard' : 'pointer')
    const fetched = await fetchBody()
    setBody(() => fetched.MenuBody)
  }
  return (
    <Show
      when={body()}
      fallback={props.trigger({
        'aria-haspopup': 'menu',
        'aria-expanded': 'false',
        onPointerEnter: warm,
        onFocus: warm,
        onClick: (event) => void open(event),
      })}
    >
      {(loaded) => <Dynamic component={loaded()} {...props} openedBy={openedBy()} />}
    </Show>
  )
}
