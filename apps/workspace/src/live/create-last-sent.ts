import { createSignal } from 'solid-js'
import { serverNow } from '@comptoir/wire/server-clock'
import type { EventHub } from '../app/create-event-hub.ts'

/** A message of one's own that waits a moment before it leaves. */
export interface LastSent {
  messageId: string
  conversationId: string
  /** When it leaves. */
  at: string
}

/** What one has just sent, on this screen or another, for as long as it can be taken back. */
export function createLastSent(events: Pick<EventHub, 'listen'>, userId: () => string) {
  const [sent, setSent] = createSignal<LastSent[]>([])
  const without = (messageId: string) => setSent((all) => all.filter((one) => one.messageId !== messageId))
  events.listen((event) => {
    if (event.name === 'inbox.message_sent') {
      const { message, conversation } = event.data
      const { leaving } = message
      if (message.userId !== userId() || leaving?.is !== 'soon') return
      const one = { messageId: message.id, conversationId: conversation.id, at: leaving.at }
      setSent((all) => [...all.filter(mayStill), one])
    }
    if (event.name === 'inbox.sending_taken_back') without(event.data.messageId)
    if (event.name === 'inbox.conversation_withdrawn')
      setSent((all) => all.filter((one) => one.conversationId !== event.data.conversationId))
  })
  return () => sent().filter(mayStill).at(-1)
}

function mayStill({ at }: LastSent) {
  return Date.parse(at) > serverNow()
}
