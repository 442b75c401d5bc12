import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createComputed, createSignal, type JSX } from 'solid-js'
import './Fold.css'

/** What is seldom needed, folded away. It opens when asked, too, and only a hand closes it. */
export function Fold(props: {
  label: string
  /** Asks for it to be open; what no longer asks leaves it as it is. */
  open?: boolean
  onOpenChange?: (open: boolean) => void
  children: JSX.Element
}) {
  const [open, setOpen] = createSignal(false)
  // Before the effects: one of them may lead to a field in here.
  createComputed(() => props.open && setOpen(true))
  return (
    <details
      class="fold"
      open={open()}
      onToggle={(event) => {
        setOpen(event.currentTarget.open)
        props.onOpenChange?.(event.currentTarget.open)
      }}
    >
      <summary>
        <ChevronRight aria-hidden="true" />
        {props.label}
      </summary>
      <div class="fold-body">{props.children}</div>
    </details>
  )
}
