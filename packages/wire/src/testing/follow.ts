import { EventEmitter } from 'node:events'
import type { EventsPage, LoggedEvent } from '@comptoir/contract/realtime'
import { followEvents, type LiveState } from '../follow-events.ts'

/** A screen that follows events over a line which opens, speaks and is cut as a test says. */
export function follow(given: { loadedAt: number; log: number[]; pageSize?: number }) {
  const socket = new Line()
  const page = new Page()
  const pageSize = given.pageSize ?? 500
  const screen = {
    ...given,
    socket,
    page,
    floor: 0,
    answers: 'yes' as 'yes' | 'not',
    loads: 0,
    heard: [] as number[],
    asked: [] as number[],
    states: [] as LiveState[],
    stop: () => {},
  }
  screen.stop = followEvents({
    socket,
    random: () => 1,
    watch: (on) => {
      page.on('online', on.onOnline).on('offline', on.onOffline).on('visible', on.onVisible)
      return { online: () => page.online, stop: () => page.removeAllListeners() }
    },
    load: async () => {
      screen.loads++
      return screen.loadedAt
    },
    eventsAfter: async (seq): Promise<EventsPage> => {
      if (screen.answers === 'not') throw new Error('nobody answered')
      screen.asked.push(seq)
      if (seq < screen.floor) return { is: 'resync', seq: screen.floor }
      const missed = screen.log.filter((one) => one > seq)
      const events = missed.slice(0, pageSize)
      const through = events.at(-1) ?? Math.max(seq, ...screen.log)
      return { is: 'events', events: events.map((one) => eventAt(one)), through, more: missed.length > pageSize }
    },
    onEvent: (event) => screen.heard.push(event.seq),
    onState: (state) => screen.states.push(state),
  })
  return screen
}

class Line extends EventEmitter {
  connected = false
  refuses = false
  attempts = 0

  connect() {
    this.attempts++
    if (this.refuses) this.emit('connect_error')
  }
  disconnect() {
    if (this.connected) this.cut()
  }
  open() {
    this.connected = true
    this.emit('connect')
  }
  cut() {
    this.connected = false
    this.emit('disconnect')
  }
  say(seq: number, name?: string) {
    this.emit('event', eventAt(seq, name))
  }
}

class Page extends EventEmitter {
  online = true
}

function eventAt(seq: number, name = 'inbox.message_received'): LoggedEvent {
  return { workspaceId: 'w', seq, name, data: {}, actorId: null, at: '2026-11-21T10:00:00Z' }
}
