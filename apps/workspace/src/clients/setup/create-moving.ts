import { createEffect, createSignal, on } from 'solid-js'
import { useLanguage } from '../../app/create-language.ts'

/** Moves things of a list up and down: the focus goes along, and where it now stands is said aloud. */
export function createMoving(parts: {
  list: () => HTMLElement | undefined
  things: () => readonly { id: string; name: string }[]
  onOrder: (ids: string[]) => void
}) {
  const { t } = useLanguage()
  const [moved, setMoved] = createSignal('')
  let pressed: { id: string; step: 1 | -1 } | undefined
  // A row that is put elsewhere loses the focus, and with it the keyboard its place.
  createEffect(
    on(
      () =>
        parts
          .things()
          .map(({ id }) => id)
          .join(),
      () => {
        if (!pressed || (document.activeElement !== document.body && document.activeElement !== null)) return
        const way = pressed.step === 1 ? 'down' : 'up'
        parts.list()?.querySelector<HTMLElement>(`[data-moves="${pressed.id}"][data-way="${way}"]`)?.focus()
        pressed = undefined
      },
      { defer: true },
    ),
  )
  return {
    moved,
    move(id: string, step: 1 | -1) {
      const things = parts.things()
      const at = things.findIndex((one) => one.id === id)
      const ids = things.map((one) => one.id).filter((one) => one !== id)
      if (at < 0 || at + step < 0 || at + step > ids.length) return
      pressed = { id, step }
      parts.onOrder(ids.toSpliced(at + step, 0, id))
      setMoved(t('client_fields.moved', { name: things[at]!.name, n: at + step + 1 }))
    },
    placeOf(id: string): 'first' | 'between' | 'last' | 'only' {
      const things = parts.things()
      const at = things.findIndex((one) => one.id === id)
      if (things.length === 1) return 'only'
      return at === 0 ? 'first' : at === things.length - 1 ? 'last' : 'between'
    },
  }
}

export type Moving = ReturnType<typeof createMoving>
