import { unwrap } from 'solid-js/store'
import type { StaffEvent } from '@comptoir/contract/events'
import { makeId } from '@comptoir/rules/uuid'
import { Refused } from '@comptoir/wire/ask'
import type { EventHub } from '../app/create-event-hub.ts'
import type { KeptMany } from '../app/kept-on-device.ts'
import { createOutgoingQueue } from './create-outgoing-queue.ts'
import { createOwnActs } from './create-own-acts.ts'
import type { OnItsWay, Pending, PendingAct } from './on-its-way.ts'

export type ToSend = Omit<Pending, 'id' | 'commandId' | 'conflict' | 'at' | 'asked' | 'state'>

/** Who takes what is sent and done. */
export interface OutboxServer {
  sendReply(item: Pending, commandId: string, conflict: Pending['conflict']): Promise<unknown>
  addNote(item: Pending, commandId: string): Promise<unknown>
  act(item: PendingAct): Promise<unknown>
}

export type Outbox = ReturnType<typeof createOutbox>

/** Own messages, notes and acts on their way, whatever the network does and whichever tab is closed. */
export function createOutbox(api: OutboxServer, events: EventHub, kept: KeptMany<OnItsWay>) {
  /** Ids of what was taken back and may have been sent all the same: what replaces it can then not leave as well. */
  const takenBack = new Map<string, Pick<Pending, 'id' | 'commandId'>>()
  const queue = createOutgoingQueue(kept, {
    async ask(item) {
      if (item.kind === 'act') return api.act(item)
      return item.kind === 'note'
        ? api.addNote(item, item.commandId)
        : api.sendReply(item, item.commandId, item.conflict)
    },
    answered: (item) => item.kind === 'act' && acts.answered(item),
    refused: (item, error) => (item.kind === 'act' ? acts.refused(item, error) : follow(item.id, error)),
  })
  const acts = createOwnActs(queue, events)

  // The event brings the real one, under the same id.
  events.listen((event) => {
    const id = idIn(event)
    if (!id) return
    seen(id)
    for (const [place, taken] of takenBack) if (taken.id === id) takenBack.delete(place)
  })

  function find(id: string) {
    const item = queue.find(id)
    return item && isMessage(item) ? item : undefined
  }

  /** The timeline of this tab has it; another tab may be slower, and shows it until its own has. */
  function seen(id: string) {
    queue.change(id, { asked: 'answered' })
    queue.remove(id)
  }

  /** Its conversation went into another: there it waits for its writer to decide. */
  function follow(id: string, error: unknown) {
    const intoId = error instanceof Refused ? error.body.details?.['intoId'] : undefined
    if (typeof intoId === 'string') queue.change(id, { conversationId: intoId })
  }

  function send(given: ToSend, conflict: Pending['conflict'] = 'refuse') {
    const ids = takenBack.get(placeOf(given)) ?? { id: makeId(), commandId: makeId() }
    takenBack.delete(placeOf(given))
    const at = new Date().toISOString()
    const item: Pending = { ...given, ...ids, conflict, at, asked: 'never', state: { is: 'sending' } }
    return { id: item.id, sent: queue.add(item) }
  }

  return {
    of: (conversationId: string) =>
      queue.items.filter(isMessage).filter((one) => one.conversationId === conversationId),
    /** Resolves when the server has it; throws what it refused. */
    send,
    /** The timeline has it. */
    seen,
    /** Sends a refused one again, although something newer is there. */
    again(id: string) {
      const item = find(id)
      // What it replaces has left: this one is another message.
      if (item && hasLeftBefore(item.state)) {
        queue.remove(id)
        return void send(withoutIds(item)).sent.catch(() => {})
      }
      // It is another command now: the one that was refused stays refused.
      queue.change<Pending>(id, { commandId: makeId(), conflict: 'anyway' })
      queue.start(id)
    },
    /** Takes it back, for its writer to change or drop. */
    takeBack(id: string): Pending | undefined {
      const item = find(id)
      const taken = item && { ...item, files: [...item.files], recipients: structuredClone(unwrap(item.recipients)) }
      queue.remove(id)
      if (taken?.asked === 'perhaps' && taken.state.is !== 'refused')
        takenBack.set(placeOf(taken), { id, commandId: taken.commandId })
      return taken
    },
    acts,
  }
}

function isMessage(item: OnItsWay): item is Pending {
  return item.kind !== 'act'
}

function placeOf({ conversationId, kind }: Pick<Pending, 'conversationId' | 'kind'>) {
  return `${kind} ${conversationId}`
}

/** Whether what this one was to replace has left all the same. */
export function hasLeftBefore(state: Pending['state']) {
  return (
    state.is === 'refused' && state.error instanceof Refused && state.error.body.message === 'errors.command_reused'
  )
}

function withoutIds({
  id: _id,
  commandId: _command,
  conflict: _conflict,
  at: _at,
  asked: _asked,
  state: _state,
  ...given
}: Pending) {
  return { ...given, files: [...given.files], recipients: structuredClone(unwrap(given.recipients)) } satisfies ToSend
}

function idIn(event: StaffEvent) {
  if (event.name === 'inbox.message_sent') return event.data.message.id
  return event.name === 'inbox.note_added' ? event.data.note.id : undefined
}
