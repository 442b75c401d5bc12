import ArrowDown from 'lucide-solid/icons/arrow-down'
import { createEffect, createMemo, For, Match, Show, Switch } from 'solid-js'
import type { TimelineItem } from '@comptoir/contract/timeline'
import { Button } from '@comptoir/ui/Button'
import { Divider } from '@comptoir/ui/Divider'
import { IconButton } from '@comptoir/ui/IconButton'
import { useLanguage } from '../app/create-language.ts'
import { useConversation } from './conversation-context.ts'
import { createDrawnLines } from './create-drawn-lines.ts'
import { createPointing } from './create-pointing.ts'
import { createReadMark } from './create-read-mark.ts'
import { createSticking } from './create-sticking.ts'
import { EarlierItems } from './EarlierItems.tsx'
import { useInbox } from './inbox-context.ts'
import { PendingItem } from './PendingItem.tsx'
import { firstUnread, timelineLines, type Line } from './timeline-lines.ts'
import { TimelineEntry } from './TimelineEntry.tsx'
import { TimelineMessage } from './TimelineMessage.tsx'
import { TimelineNote } from './TimelineNote.tsx'
import { useNow } from './use-now.ts'
import './Timeline.css'

/** All that was said and done in a conversation, oldest first. */
export function Timeline() {
  const { t, format } = useLanguage()
  const { live } = useInbox()
  const here = useConversation()
  const now = useNow()
  const keepLines = createLineKeeper()
  let box!: HTMLDivElement
  let content!: HTMLDivElement
  // As it was when the conversation was opened: the line does not run away from the one who reads.
  const unreadId = firstUnread(here.opened().items, here.opened().unread)
  const items = () => here.opened().items
  const there = createMemo(() => new Set(items().map((item) => item.id)))
  const pending = () => live.outbox.of(here.id).filter((one) => !there().has(one.id))
  // Sent while nothing was heard: no event says that it is there.
  createEffect(() => {
    for (const { id } of live.outbox.of(here.id)) if (there().has(id)) live.outbox.seen(id)
  })
  const dayOf = (at: string) => format().day(at, now())
  const all = createMemo(() => keepLines(timelineLines(items(), dayOf, unreadId)))
  const lines = createDrawnLines(all)
  const drawn = () => lines().filter((line): line is TimelineItem => 'id' in line)
  const sticking = createSticking({
    box: () => box,
    content: () => content,
    first: () => drawn()[0]?.id,
    last: () => pending().at(-1)?.id ?? items().at(-1)?.id,
    // What is there and not drawn yet comes first.
    onTop: () => lines().length === all().length && void live.earlier.ask(here.id),
  })
  createReadMark({ atBottom: sticking.atBottom })
  createPointing({
    box: () => box,
    items,
    drawn,
    more: () => here.opened().before !== null,
    ask: () => void live.earlier.ask(here.id),
    show: sticking.show,
  })

  return (
    <div class="timeline-place">
      <div
        class="timeline"
        ref={box}
        role="log"
        // What comes is read aloud by the page, once; what is drawn while one scrolls back is not news.
        aria-live="off"
        aria-label={t('inbox.conversation.messages')}
        tabindex="0"
        onScroll={() => sticking.onScroll()}
        onClick={() => sticking.onAct()}
      >
        <div class="timeline-items" ref={content}>
          <EarlierItems />
          <For each={lines()}>{(line) => <LineOf line={line} />}</For>
          <For each={pending()}>{(one) => <PendingItem pending={one} />}</For>
        </div>
      </div>
      <Show when={!sticking.atBottom()}>
        <div class="timeline-down">
          <Show
            when={sticking.below() > 0}
            fallback={
              <IconButton
                tone="secondary"
                label={t('inbox.conversation.to_bottom')}
                onClick={() => sticking.toBottom()}
              >
                <ArrowDown />
              </IconButton>
            }
          >
            <Button
              tone="primary"
              size="sm"
              icon={<ArrowDown aria-hidden="true" />}
              onClick={() => sticking.toBottom()}
            >
              {t('inbox.conversation.below', { n: sticking.below() })}
            </Button>
          </Show>
        </div>
      </Show>
    </div>
  )
}

function LineOf(props: { line: Line }) {
  const { t, format } = useLanguage()
  const now = useNow()
  const as = <Is extends Line['is']>(is: Is) => props.line.is === is && (props.line as Extract<Line, { is: Is }>)
  return (
    <Switch>
      <Match when={as('message')}>{(message) => <TimelineMessage message={message()} />}</Match>
      <Match when={as('note')}>{(note) => <TimelineNote note={note()} />}</Match>
      <Match when={as('entry')}>{(entry) => <TimelineEntry entry={entry()} />}</Match>
      <Match when={as('day')}>{(day) => <Divider>{format().day(day().at, now())}</Divider>}</Match>
      <Match when={as('unread')}>
        <div class="timeline-unread">
          <Divider tone="accent">{t('inbox.conversation.unread_from_here')}</Divider>
        </div>
      </Match>
    </Switch>
  )
}

/** Gives the same line for the same day, so that its element stays. */
function createLineKeeper() {
  const kept = new Map<string, Line>()
  return (lines: Line[]) =>
    lines.map((line) => {
      if (line.is !== 'day' && line.is !== 'unread') return line
      const name = line.is === 'day' ? line.at : 'unread'
      const before = kept.get(name) ?? line
      kept.set(name, before)
      return before
    })
}
