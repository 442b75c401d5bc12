import { io, type Socket } from 'socket.io-client'
import type { StaffEvent } from '@comptoir/contract/events'
import type { Counts } from '@comptoir/contract/inbox'
import type { StaffSocketEvents, StaffSocketRequests } from '@comptoir/contract/realtime'
import { applyToCounts, applyToList, listFrom, type ListState } from '@comptoir/wire/apply/inbox'
import { applyToOpened, openedFrom, type OpenedState } from '@comptoir/wire/apply/opened'
import { followEvents, type LiveState } from '@comptoir/wire/follow-events'
import { missedBy, slicesOf, type Person, type Slices } from './person.ts'

/** An open screen without its pixels: the same following and the same apply as in the browser. */
export interface Screen {
  person: Person
  state(): LiveState
  /** What it shows now, in the shape of fresh slices. */
  shown(): Slices
  /** Ends its line without a word, as a dead network does. */
  cut(): void
  close(): void
}

interface Shown {
  open: ListState
  unread: ListState
  archived: ListState
  counts: Counts
  opened: OpenedState[]
}

export function openScreen(person: Person, conversationIds: string[]): Screen {
  const socket: Socket<StaffSocketEvents, StaffSocketRequests> = io(`${person.url}/staff`, {
    transports: ['websocket'],
    forceNew: true,
    auth: { slug: person.slug },
    extraHeaders: { cookie: person.cookie },
    reconnectionDelay: 50,
    reconnectionDelayMax: 500,
  })
  let shown: Shown | null = null
  let state: LiveState = 'reconnecting'
  const { reader } = person

  const stop = followEvents({
    socket,
    load: async () => {
      const fresh = await slicesOf(person, conversationIds)
      shown = {
        open: listFrom(fresh.open),
        unread: listFrom(fresh.unread),
        archived: listFrom(fresh.archived),
        counts: fresh.counts,
        opened: fresh.opened.map(openedFrom),
      }
      // The oldest of the slices: each ignores what it already holds.
      return Math.min(fresh.open.seq, fresh.unread.seq, fresh.archived.seq, ...fresh.opened.map((one) => one.seq))
    },
    eventsAfter: (seq) => missedBy(person, seq),
    onEvent: (event) => {
      shown = shown && applied(shown, event as StaffEvent)
    },
    onState: (now) => {
      state = now
      // Counts are pushed, not logged: a screen that comes back asks for them.
      if (now === 'live') void person.get<Counts>('/inbox/counts').then(countsCame, () => {})
    },
    watch: () => ({ online: () => true, stop: () => {} }),
  })
  socket.on('counts', countsCame)

  function countsCame(counts: Counts) {
    if (shown) shown = { ...shown, counts: applyToCounts(shown.counts, counts) }
  }

  function applied(before: Shown, event: StaffEvent): Shown {
    return {
      open: applyToList(before.open, event, reader),
      unread: applyToList(before.unread, event, reader),
      archived: applyToList(before.archived, event, reader),
      counts: before.counts,
      opened: before.opened.flatMap((one) => applyToOpened(one, event, reader) ?? []),
    }
  }

  return {
    person,
    state: () => state,
    shown() {
      if (!shown) throw new Error('nothing was loaded yet')
      return shown
    },
    cut: () => socket.io.engine?.close(),
    close() {
      stop()
      socket.disconnect()
    },
  }
}
