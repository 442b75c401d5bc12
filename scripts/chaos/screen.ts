import { io, type Socket } from 'socket.io-client'
import type { StaffEvent } from '@comptoir/contract/events'
import type { Counts } from '@comptoir/contract/inbox'
import type { StaffSocketEvents, StaffSocketRequests } from '@comptoir/contract/realtime'
import { applyToCounts, applyToList, listFrom, type ListState } from '@comptoir/wire/apply/inbox'
import { applyToOpened, openedFrom, type OpenedState } from '@comptoir/wire/apply/opened'
import { followEvents, type LiveState } from '@comptoir/wire/follow-events'
import { openLine } from '../testing/open-line.ts'
import { missedBy, slicesOf, throughLine, type Person, type Slices } from './person.ts'

/** An open screen without its pixels: the same following and the same apply as in the browser. */
export interface Screen {
  person: Person
  state(): LiveState
  /** What it shows now, in the shape of fresh slices. */
  shown(): Slices
  /** Cuts its line in the middle of whatever it hears or asks, until it is mended. */
  cut(): void
  mend(): void
  close(): void
}

interface Shown {
  open: ListState
  unread: ListState
  archived: ListState
  counts: Counts
  opened: OpenedState[]
}

export async function openScreen(somebody: Person, conversationIds: string[]): Promise<Screen> {
  const line = await openLine(somebody.url)
  const person = throughLine(somebody, line.url)
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
    },
    watch: () => ({ online: () => true, stop: () => {} }),
  })
  socket.on('counts', (counts) => {
    if (shown) shown = { ...shown, counts: applyToCounts(shown.counts, counts) }
  })

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
    person: somebody,
    state: () => state,
    shown() {
      if (!shown) throw new Error('nothing was loaded yet')
      return shown
    },
    cut: line.cut,
    mend: line.mend,
    close() {
      stop()
      socket.disconnect()
      line.close()
    },
  }
}
