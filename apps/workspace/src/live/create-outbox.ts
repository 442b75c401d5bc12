import { createStore, produce, unwrap } from 'solid-js/store'
import type { Recipients } from '@comptoir/contract/addressees'
import type { FileView } from '@comptoir/contract/documents'
import type { SignatureChoice } from '@comptoir/contract/signatures'
import type { Mention } from '@comptoir/contract/timeline'
import type { StaffEvent } from '@comptoir/contract/events'
import { makeId } from '@comptoir/rules/uuid'
import { Refused, Unreachable } from '@comptoir/wire/ask'
import type { EventHub } from '../app/create-event-hub.ts'
import type { KeptMany } from '../app/kept-on-device.ts'
import { inTurn } from './in-turn.ts'
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
  /** Of a reply: whether it ends with one's signature. */
  signature: SignatureChoice
  baseSeq: number
  /** Of its command, the same at every attempt. */
  commandId: string
  conflict: 'refuse' | 'anyway'
  at: string
  /** Whether the server may have heard of it though nobody answered, or has it: its event is then on its way. */
  asked: 'never' | 'perhaps' | 'answered'
  state: { is: 'sending' } | { is: 'waiting' } | { is: 'refused'; error: unknown }
}

export type ToSend = Omit<Pending, 'id' | 'commandId' | 'conflict' | 'at' | 'asked' | 'state'>

/** Who takes what is sent. */
export interface OutboxServer {
  sendReply(item: Pending, commandId: string, conflict: Pending['conflict']): Promise<unknown>
  addNote(item: Pending, commandId: string): Promise<unknown>
}

export type Outbox = ReturnType<typeof createOutbox>

/**
 * Own messages and notes on their way. One that was refused stays, with what was written, until somebody decides.
 * `kept` holds them on this device, for all its tabs: one tab at a time sends each, under the same ids whatever
 * happens, and so at most once.
 */
export function createOutbox(api: OutboxServer, events: EventHub, kept: KeptMany<Pending>) {
  const [pending, setPending] = createStore<Pending[]>(kept.all().map(asWaiting))
  /** Ids of what was taken back and may have been sent all the same: what replaces it can then not leave as well. */
  const takenBack = new Map<string, Pick<Pending, 'id' | 'commandId'>>()

  // The event brings the real one, under the same id.
  events.listen((event) => {
    const id = idIn(event)
    if (!id) return
    seen(id)
    for (const [place, taken] of takenBack) if (taken.id === id) takenBack.delete(place)
  })
  kept.onChange((id, value) => {
    if (!value) return find(id)?.asked === 'answered' ? undefined : drop(id)
    // How far it came is known to the tab that sends it.
    const { state: _, ...told } = value
    const before = find(id)?.commandId
    if (before) setPending((one) => one.id === id, told)
    if (before === value.commandId || value.asked === 'answered') return
    if (!before) setPending(pending.length, asWaiting(value))
    // What is wrong with it is shown on the item itself.
    deliver(id).catch(() => {})
  })
  for (const { id } of unwrap(pending)) deliver(id).catch(() => {})

  function find(id: string) {
    return pending.find((one) => one.id === id)
  }

  function remove(id: string) {
    drop(id)
    kept.forget(id)
  }

  /** The timeline of this tab has it; another tab may be slower, and shows it until its own has. */
  function seen(id: string) {
    change(id, { asked: 'answered' })
    remove(id)
  }

  function drop(id: string) {
    setPending((all) => all.filter((one) => one.id !== id))
  }

  function change(id: string, part: Partial<Pending>) {
    setPending((one) => one.id === id, part)
    const item = find(id)
    if (item) kept.keep(id, unwrap(item))
  }

  function mark(id: string, state: Pending['state']) {
    setPending(
      produce((all) => {
        const one = all.find((given) => given.id === id)
        if (one) one.state = state
      }),
    )
  }

  /** Resolves once it is done with: sent by this tab or by another, or taken back. */
  function deliver(id: string) {
    return inTurn(`outbox ${id}`, async () => {
      const item = find(id)
      if (!item || item.asked === 'answered') return
      if (kept.isGone(id)) return drop(id)
      mark(id, { is: 'sending' })
      try {
        await sendCommand<unknown>(
          () => ask(id),
          () => mark(id, { is: 'waiting' }),
          item.commandId,
        )
      } catch (error) {
        mark(id, { is: 'refused', error })
        follow(id, error)
        throw error
      }
      // All tabs show it until their own timeline has it.
      change(id, { asked: 'answered' })
      kept.forget(id)
    })
  }

  /** Its conversation went into another: there it waits for its writer to decide. */
  function follow(id: string, error: unknown) {
    const intoId = error instanceof Refused ? error.body.details?.['intoId'] : undefined
    if (typeof intoId === 'string') change(id, { conversationId: intoId })
  }

  async function ask(id: string) {
    const item = find(id)
    // Taken back between two attempts, or sent by another tab.
    if (!item || item.asked === 'answered') return
    if (!navigator.onLine) throw new Unreachable()
    if (item.asked === 'never') change(id, { asked: 'perhaps' })
    const told = { ...item }
    if (told.kind === 'note') await api.addNote(told, told.commandId)
    else await api.sendReply(told, told.commandId, told.conflict)
  }

  function send(given: ToSend, conflict: Pending['conflict'] = 'refuse') {
    const ids = takenBack.get(placeOf(given)) ?? { id: makeId(), commandId: makeId() }
    takenBack.delete(placeOf(given))
    const at = new Date().toISOString()
    const item: Pending = { ...given, ...ids, conflict, at, asked: 'never', state: { is: 'sending' } }
    setPending(pending.length, item)
    kept.keep(item.id, item)
    return { id: item.id, sent: deliver(item.id) }
  }

  return {
    of: (conversationId: string) => pending.filter((one) => one.conversationId === conversationId),
    /** Resolves when the server has it; throws what it refused. */
    send,
    /** The timeline has it. */
    seen,
    /** Sends a refused one again, although something newer is there. */
    again(id: string) {
      const item = find(id)
      // What it replaces has left: this one is another message.
      if (item && hasLeftBefore(item.state)) {
        remove(id)
        return void send(withoutIds(item)).sent.catch(() => {})
      }
      // It is another command now: the one that was refused stays refused.
      change(id, { commandId: makeId(), conflict: 'anyway' })
      // What was wrong is shown on the item itself.
      deliver(id).catch(() => {})
    },
    /** Takes it back, for its writer to change or drop. */
    takeBack(id: string): Pending | undefined {
      const item = find(id)
      const taken = item && { ...item, files: [...item.files], recipients: structuredClone(unwrap(item.recipients)) }
      remove(id)
      if (taken?.asked === 'perhaps' && taken.state.is !== 'refused')
        takenBack.set(placeOf(taken), { id, commandId: taken.commandId })
      return taken
    },
  }
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

function asWaiting(kept: Pending): Pending {
  return { ...kept, state: { is: 'waiting' } }
}

function idIn(event: StaffEvent) {
  if (event.name === 'inbox.message_sent') return event.data.message.id
  return event.name === 'inbox.note_added' ? event.data.note.id : undefined
}
