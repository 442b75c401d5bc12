import { createStore, produce, unwrap } from 'solid-js/store'
import type { Recipients } from '@comptoir/contract/addressees'
import type { FileView } from '@comptoir/contract/documents'
import type { Mention } from '@comptoir/contract/timeline'
import type { StaffEvent } from '@comptoir/contract/events'
import { makeId } from '@comptoir/rules/uuid'
import type { EventHub } from '../app/create-event-hub.ts'
import type { KeptInTab } from '../app/kept-in-tab.ts'
import { sendCommand } from './send-command.ts'

/** Something of one's own that the server does not have yet, shown at once under the id it will have. */
export interface Pending {
  id: string
  conversationId: string
  kind: 'reply' | 'note'
  bodyHtml: string
  /** Of a note: its words. */
  text: string
  /** Of a note: whom it names. */
  mentions: Mention[]
  files: FileView[]
  /** Of a reply: to whom. */
  recipients: Recipients
  /** When it shall leave; without it at once. */
  leavesAt?: string | undefined
  baseSeq: number
  /** Of its command, the same at every attempt. */
  commandId: string
  conflict: 'refuse' | 'anyway'
  at: string
  state: { is: 'sending' } | { is: 'waiting' } | { is: 'refused'; error: unknown }
}

export type ToSend = Omit<Pending, 'id' | 'commandId' | 'conflict' | 'at' | 'state'>

/** Who takes what is sent. */
export interface OutboxServer {
  sendReply(item: Pending, commandId: string, conflict: Pending['conflict']): Promise<unknown>
  addNote(item: Pending, commandId: string): Promise<unknown>
}

export type Outbox = ReturnType<typeof createOutbox>

/**
 * Own messages and notes on their way. One that was refused stays, with what was written, until somebody decides.
 * `kept` holds them through a reload: they are then sent once more, under the same ids, and so at most once.
 */
export function createOutbox(api: OutboxServer, events: EventHub, kept: KeptInTab<Pending[]>) {
  const [pending, setPending] = createStore<Pending[]>(kept.read() ?? [])

  // The event brings the real one, under the same id.
  events.listen((event) => {
    const id = idIn(event)
    if (id) remove(id)
  })

  // What was sent before the reload may be in the timeline already: no event will say so again.
  for (const item of pending) {
    deliver({ ...item }).then(
      () => remove(item.id),
      () => {},
    )
  }

  function remove(id: string) {
    setPending((all) => all.filter((one) => one.id !== id))
    keep()
  }

  function keep() {
    if (pending.length > 0) kept.keep(unwrap(pending))
    else kept.forget()
  }

  function mark(id: string, state: Pending['state']) {
    setPending(
      produce((all) => {
        const one = all.find((given) => given.id === id)
        if (one) one.state = state
      }),
    )
  }

  async function deliver(item: Pending) {
    mark(item.id, { is: 'sending' })
    try {
      await sendCommand<unknown>(
        (commandId) =>
          item.kind === 'note' ? api.addNote(item, commandId) : api.sendReply(item, commandId, item.conflict),
        () => mark(item.id, { is: 'waiting' }),
        item.commandId,
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
      const at = new Date().toISOString()
      const item: Pending = { ...given, id: makeId(), commandId: makeId(), conflict, at, state: { is: 'sending' } }
      setPending(pending.length, item)
      keep()
      return { id: item.id, sent: deliver(item) }
    },
    /** Sends a refused one again, although something newer is there. */
    again(id: string) {
      // It is another command now: the one that was refused stays refused.
      setPending((one) => one.id === id, { commandId: makeId(), conflict: 'anyway' })
      keep()
      const item = pending.find((one) => one.id === id)
      // What was wrong is shown on the item itself.
      if (item) deliver({ ...item }).catch(() => {})
    },
    /** Takes it back, for its writer to change or drop. */
    takeBack(id: string): Pending | undefined {
      const item = pending.find((one) => one.id === id)
      const taken = item && { ...item, files: [...item.files], recipients: structuredClone(unwrap(item.recipients)) }
      remove(id)
      return taken
    },
  }
}

function idIn(event: StaffEvent) {
  if (event.name === 'inbox.message_sent') return event.data.message.id
  return event.name === 'inbox.note_added' ? event.data.note.id : undefined
}
