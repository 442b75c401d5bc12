import Archive from 'lucide-solid/icons/archive'
import ArchiveRestore from 'lucide-solid/icons/archive-restore'
import BellPlus from 'lucide-solid/icons/bell-plus'
import Undo2 from 'lucide-solid/icons/undo-2'
import { createEffect, createSignal, lazy, on, onCleanup, onMount, Show, Suspense, untrack } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { useLanguage } from '../../app/create-language.ts'
import { useInbox } from '../inbox-context.ts'
import { createRowTouch, enoughPx, type Side } from './create-row-touch.ts'
import { followViewport } from './follow-viewport.ts'
import { putListBehind } from './list-behind.ts'
import './TouchRows.css'

/** So long a row that was put away may stay out of sight without anybody having said so. */
const awayMs = 2_000

const RemindSheet = lazy(() => import('./RemindSheet.tsx'))

/** What lies under the rows of a list for a finger: to the right to put away, to the left to be reminded; held, to choose. */
export default function TouchRows(props: { box: HTMLElement }) {
  const { t } = useLanguage()
  const inbox = useInbox()
  const { acts, selection } = inbox
  const [reminding, setReminding] = createSignal<string>()

  const putAway = () => {
    if (inbox.view() === 'deleted') return { label: t('inbox.acts.restore'), icon: Undo2, act: acts.restore }
    if (inbox.view() === 'archived') return { label: t('inbox.acts.reopen'), icon: ArchiveRestore, act: acts.reopen }
    return { label: t('inbox.acts.archive'), icon: Archive, act: acts.archive }
  }
  const remind = {
    get label() {
      return t('inbox.reminder.set')
    },
    icon: BellPlus,
    act: (id: string) => Promise.resolve(setReminding(id)),
  }
  const under = (side: Side) => (side === 'right' ? putAway() : remind)

  const drawn = createRowTouch(
    untrack(() => props.box),
    {
      may: (side) => side === 'right' || inbox.view() !== 'deleted',
      async drawn(id, side) {
        // It goes from the list by itself, without an answer too.
        await Promise.race([under(side).act(id), new Promise((over) => setTimeout(over, awayMs))])
      },
      held(id) {
        navigator.vibrate?.(10)
        selection.toggle(id)
      },
      isChoosing: () => !selection.isEmpty(),
      tapped: selection.toggle,
    },
  )
  onMount(() => {
    onCleanup(followViewport())
    if (inbox.selectedId() && matchMedia('(max-width: 767.98px)').matches) putListBehind(inbox.hrefOfList())
    untrack(() => props.box).dataset['touched'] = ''
  })
  // The element of the row follows the finger; it is not drawn anew.
  createEffect(
    on(drawn, (now, before) => {
      if (before && before.id !== now?.id) place(before.id, undefined)
      if (now) place(now.id, now.side === 'right' ? now.byPx : -now.byPx, now.state === 'gone' ? 'goes' : 'held')
    }),
  )

  function place(id: string, byPx: number | undefined, how: 'held' | 'goes' = 'held') {
    const row = props.box.querySelector<HTMLElement>(`#row-${CSS.escape(id)}`)?.closest<HTMLElement>('.row-place')
    if (!row) return
    if (byPx === undefined) delete row.dataset['drawn']
    else row.dataset['drawn'] = how
    row.style.setProperty('--drawn', `${byPx ?? 0}px`)
  }

  return (
    <>
      <Show when={drawn()}>
        {(now) => (
          <div
            class="row-under"
            data-side={now().side}
            data-state={now().state}
            aria-hidden="true"
            style={{ top: `${now().topPx}px`, '--progress': Math.min(1, now().byPx / enoughPx) }}
          >
            <span class="row-under-words">
              <Dynamic component={under(now().side).icon} />
              {under(now().side).label}
            </span>
          </div>
        )}
      </Show>
      <Show when={reminding()} keyed>
        {(id) => (
          <Suspense>
            <RemindSheet conversationId={id} onDone={() => setReminding(undefined)} />
          </Suspense>
        )}
      </Show>
    </>
  )
}
