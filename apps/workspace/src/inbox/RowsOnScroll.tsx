import ArrowUp from 'lucide-solid/icons/arrow-up'
import { createEffect, createMemo, createSignal, For, lazy, Match, onMount, Show, Suspense, Switch } from 'solid-js'
import type { ConversationRow as Row } from '@comptoir/contract/inbox'
import { Button } from '@comptoir/ui/Button'
import { Spinner } from '@comptoir/ui/Spinner'
import { useLanguage } from '../app/create-language.ts'
import { ConversationRow } from './ConversationRow.tsx'
import { RowCheck } from './RowCheck.tsx'
import { createListFocus } from './create-list-focus.ts'
import { createNearing } from './create-nearing.ts'
import { useInbox } from './inbox-context.ts'
import { createRowsInSight } from './create-rows-in-sight.ts'
import { keepPlace } from './keep-place.ts'
import './RowsOnScroll.css'

const TouchRows = lazy(() => import('./touch/TouchRows.tsx'))

/** The height of a row, as in the style sheet. */
export const rowHeight = 78
/** Rows before the end at which the next page is asked. */
const ahead = 20

/** Any number of rows of which only those in sight are drawn; what comes in above moves nothing one is reading. */
export function RowsOnScroll(props: {
  list: string
  rows: Row[]
  unread: Record<string, number>
  next: string | null
}) {
  const { t } = useLanguage()
  const { live, selection, size: held } = useInbox()
  let box!: HTMLDivElement
  const isTouched = matchMedia('(any-pointer: coarse)').matches
  // The first picture has what is in sight; what a hand scrolls to comes after it.
  const [isDrawn, setDrawn] = createSignal(false)
  onMount(() => requestAnimationFrame(() => setTimeout(() => setDrawn(true))))
  const at = createMemo(() => new Map(props.rows.map((row, index) => [row.id, index])))
  const inSight = createRowsInSight({
    box: () => box,
    count: () => props.rows.length,
    rowHeight,
    beyond: () => (isDrawn() ? 6 : 0),
  })
  const focus = createListFocus({ rows: () => props.rows, at, show: inSight.show })
  // By row and not by place: a row that moves takes its element with it.
  const drawn = createMemo(() => {
    const { first, end } = inSight.range()
    const rows = props.rows.slice(first, end)
    // The row that holds the focus stays, or the focus would be lost with it.
    const held = at().get(focus.cursor() ?? '')
    if (held === undefined || (held >= first && held < end)) return rows
    const row = props.rows[held]!
    return held < first ? [row, ...rows] : [...rows, row]
  })
  const nearing = createNearing((id) => live.opened.prepare(id))
  const place = keepPlace({ box: () => box, rows: () => props.rows, rowHeight, onMoved: focus.hold })
  // What is not loaded yet counts as well; a number that lags behind does not.
  const size = () => (props.next ? Math.max(held().n, props.rows.length + 1) : props.rows.length)

  createEffect(() => {
    // All that was loaded may have gone at once.
    if (props.next && inSight.range().end > props.rows.length - ahead) {
      if (live.more.state(props.list) === 'rest') void live.more.ask(props.list)
    }
  })

  return (
    <div class="rows-on-scroll">
      <Show when={place.above() > 0}>
        <div class="rows-above">
          <Button size="sm" tone="primary" icon={<ArrowUp aria-hidden="true" />} onClick={() => place.toTop()}>
            {t('inbox.list.above', { n: place.above() })}
          </Button>
        </div>
      </Show>
      <div
        class="rows-scroll"
        data-selecting={selection.isEmpty() ? undefined : ''}
        ref={box}
        onScroll={() => {
          inSight.onScroll()
          place.onScroll()
        }}
        onKeyDown={(event) => focus.onKey(event)}
      >
        <ul class="rows" style={{ height: `${props.rows.length * rowHeight}px` }}>
          <For each={drawn()}>
            {(row) => (
              <li
                class="row-place"
                data-chosen={selection.has(row.id) ? '' : undefined}
                onPointerEnter={() => nearing.near(row.id)}
                onPointerLeave={() => nearing.left()}
                onPointerDown={() => nearing.pressed(row.id)}
                aria-setsize={size()}
                aria-posinset={(at().get(row.id) ?? 0) + 1}
                style={{ transform: `translateY(${(at().get(row.id) ?? 0) * rowHeight}px)` }}
              >
                <RowCheck row={row} tabindex={focus.tabindexOf(row.id)} />
                <ConversationRow
                  row={row}
                  unread={props.unread[row.id] ?? 0}
                  tabindex={focus.tabindexOf(row.id)}
                  onFocus={() => {
                    focus.moveTo(row.id)
                    nearing.near(row.id)
                  }}
                />
              </li>
            )}
          </For>
        </ul>
        <Show when={props.next}>
          <div class="rows-more">
            <Switch fallback={<Spinner label={t('inbox.list.more')} />}>
              <Match when={live.more.state(props.list) === 'failed'}>
                <span role="alert">{t('inbox.list.more_failed')}</span>
                <Button size="sm" onClick={() => void live.more.ask(props.list)}>
                  {t('common.retry')}
                </Button>
              </Match>
            </Switch>
          </div>
        </Show>
        <Show when={isDrawn() && isTouched}>
          <Suspense>
            <TouchRows box={box} />
          </Suspense>
        </Show>
      </div>
    </div>
  )
}
