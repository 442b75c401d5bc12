import { io, type Socket } from 'socket.io-client'
import { expect, vi } from 'vitest'
import type { StaffEvent, StaffFacts } from '@comptoir/contract/events'
import type { Counts } from '@comptoir/contract/inbox'
import type { Receipt, ReceiptState } from '@comptoir/contract/messaging'
import type { EventsPage, StaffSocketEvents, StaffSocketRequests } from '@comptoir/contract/realtime'
import { followEvents } from '@comptoir/wire/follow-events'
import type { SignedIn } from './sign-up.ts'

type Received = StaffFacts['inbox.message_received']

/** A screen that is opened once and never loaded again: it knows what it was told, through every cut. */
export interface Screen {
  /** The mails it was told of that have these words in their subject or text. */
  received(words: string): Received[]
  /** The last of them, once there is one. */
  receives(words: string): Promise<Received>
  /** What it shows of a message of ours, once it is in this state. */
  shows(messageId: string, state: ReceiptState, withinMs?: number): Promise<Receipt>
  /** All it showed of it after it was queued, in order. */
  receipts(messageId: string): Receipt[]
  close(): void
}

export function openScreen({ url, slug, cookie, get }: SignedIn): Screen {
  const heard: StaffEvent[] = []
  const extraHeaders = { cookie }
  const line = { transports: ['websocket'], forceNew: true, auth: { slug }, extraHeaders }
  const socket: Socket<StaffSocketEvents, StaffSocketRequests> = io(`${url}/staff`, line)
  const stop = followEvents({
    socket,
    load: async () => (await get<Counts>('/inbox/counts')).seq,
    eventsAfter: (seq) => get<EventsPage>(`/events?after=${seq}`),
    onEvent: (event) => heard.push(event as StaffEvent),
    onState: () => {},
    watch: () => ({ online: () => true, stop: () => {} }),
  })

  const received = (words: string) =>
    heard.flatMap(({ name, data }) =>
      name === 'inbox.message_received' && `${data.message.subject}\n${data.message.text}`.includes(words)
        ? [data]
        : [],
    )
  const receipts = (messageId: string) =>
    heard.flatMap(({ name, data }) =>
      name === 'inbox.receipt_changed' && data.messageId === messageId ? [data.receipt] : [],
    )

  return {
    received,
    receives: (words) =>
      vi.waitFor(() => last(received(words), `a mail with “${words}”`), { timeout: 60_000, interval: 50 }),
    shows: (messageId, state, withinMs = 20_000) =>
      vi.waitFor(
        () => {
          const receipt = last(receipts(messageId), `a receipt of ${messageId}`)
          expect(receipt).toMatchObject({ state })
          return receipt
        },
        { timeout: withinMs, interval: 50 },
      ),
    receipts,
    close() {
      stop()
      socket.disconnect()
    },
  }
}

function last<T>(all: T[], what: string): T {
  const one = all.at(-1)
  if (!one) throw new Error(`${what} did not come`)
  return one
}
