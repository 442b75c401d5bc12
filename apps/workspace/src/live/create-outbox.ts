import { createStore, produce } from 'solid-js/store'
import type { FileView } from '@comptoir/contract/documents'
import type { StaffEvent } from '@comptoir/contract/events'
import { makeId } from '@comptoir/rules/uuid'
import type { EventHub } from '../app/create-event-hub.ts'
import type { InboxApi } from './inbox-api.ts'
import { sendCommand } from './send-command.ts'

/** Something of one's own that the server does not have yet, shown at once under the id it will have. */
export interface Pending {
  id: string
  conversationId: string
  kind: 'reply' | 'note'
  bodyHtml: string
  /** Of a note: its words. */
  text: string
  files: FileView[]
  baseSeq: number
  at: string
  state: { is: 'sending' } | { is: 'waiting' } | { is: 'refused'; error: unknown }
}

export type ToSend = Omit<Pending, 'id' | 'at' | 'state'>

export type Outbox = ReturnType<typeof createOutbox>

/** Own messages and notes on their way. One that was refused stays, with what was written, until somebody decides. */
export function createOutbox(api: InboxApi, events: EventHub) {
  const [pending, setPending] = createStore<Pending[]>([])

  // The event brings the real one, under the same id.
  events.listen((event) => {
    const id = idIn(event)
    if (id) remove(id)
  })

  function remove(id: string) {
    setPending((all) => all.filter((one) => one.id !== id))
  }

  function mark(id: string, state: Pending['state']) {
    setPending(
      produce((all) => {
        const one = all.find((given) => given.id === id)
        if (one) one.state = state
      }),
    )
  }

  async function deliver(item: Pending, conflict: 'refuse' | 'anyway') {
    mark(item.id, { is: 'sending' })
    try {
      await sendCommand<unknown>(
        (commandId) => (item.kind === 'note' ? api.addNote(item, commandId) : api.sendReply(item, commandId, conflict)),
        () => mark(item.id, { is: 'waiting' }),
      )
    } catch (error) {
      mark(item.id, { is: 'refused', error })
      throw error
    }
  }

  return {
    of: (conversationId: string) => pending.filter((one) => one.conversationId === conversationId),
    /** Resolves when the server has it; throws what it refused. */
    send(given: ToSend, conflict: 'refuse' | 'anyway' = 'refuse') {
      const item: Pending = { ...given, id: makeId(), at: new Date().toISOString(), state: { is: 'sending' } }
      setPending(pending.length, item)
      return { id: item.id, sent: deliver(item, conflict) }
    },
    /** Sends a refused one again, although something newer is there. */
    again(id: string) {
      const item = pending.find((one) => one.id === id)
      // What was wrong is shown on the item itself.
      if (item) deliver({ ...item }, 'anyway').catch(() => {})
    },
    /** Takes it back, for its writer to change or drop. */
    takeBack(id: string): Pending | undefined {
      const item = pending.find((one) => one.id === id)
      const taken = item && { ...item, files: [...item.files] }
      remove(id)
      return taken
    },
  }
}

function idIn(event: StaffEvent) {
  if (event.name === 'inbox.message_sent') return event.data.message.id
  return event.name === 'inbox.note_added' ? event.data.note.id : undefined
}
