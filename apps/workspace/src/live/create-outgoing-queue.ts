import { createStore, produce, unwrap } from 'solid-js/store'
import { Unreachable } from '@comptoir/wire/ask'
import type { KeptMany } from '../app/kept-on-device.ts'
import { inTurn } from './in-turn.ts'
import type { OnItsWay } from './on-its-way.ts'
import { sendCommand } from './send-command.ts'

export type OutgoingQueue = ReturnType<typeof createOutgoingQueue>

/**
 * What is on its way to the server. `kept` holds it on this device, for all its tabs: one tab at a time sends each,
 * under the same ids whatever happens, and so at most once; what concerns the same conversation in the order it was
 * done. One that is refused stays, until somebody decides.
 */
export function createOutgoingQueue(
  kept: KeptMany<OnItsWay>,
  rules: {
    ask: (item: OnItsWay) => Promise<unknown>
    /** The server has it; all tabs show it until they hear of it. */
    answered: (item: OnItsWay) => void
    /** With the item as it was until then: sending, or waiting. */
    refused: (item: OnItsWay, error: unknown) => void
  },
) {
  const [items, setItems] = createStore<OnItsWay[]>(kept.all().map(asWaiting))
  const underWay = new Map<string, Promise<unknown>>()
  const waiters: (() => void)[] = []

  kept.onChange((id, value) => {
    if (!value) return find(id)?.asked === 'answered' ? undefined : drop(id)
    // How far it came is known to the tab that sends it.
    const { state: _, ...told } = value
    const before = find(id)?.commandId
    if (before) setItems((one) => one.id === id, told)
    if (before === value.commandId || value.asked === 'answered') return
    if (!before) setItems(items.length, asWaiting(value))
    start(id)
  })
  for (const { id } of unwrap(items)) start(id)

  /** What is wrong with it is shown on the item itself, or told by whoever hears `refused`. */
  function start(id: string) {
    deliver(id).catch(() => {})
  }

  function find(id: string) {
    return items.find((one) => one.id === id)
  }

  function drop(id: string) {
    setItems((all) => all.filter((one) => one.id !== id))
  }

  function remove(id: string) {
    drop(id)
    kept.forget(id)
  }

  function change<Item extends OnItsWay>(id: string, part: Partial<Item>) {
    setItems((one) => one.id === id, part as Partial<OnItsWay>)
    const item = find(id)
    if (item) kept.keep(id, unwrap(item))
  }

  function mark(id: string, state: OnItsWay['state']) {
    setItems(
      produce((all) => {
        const one = all.find((given) => given.id === id)
        if (one) one.state = state
      }),
    )
  }

  /** Resolves with the answer once it is done with: nothing where another tab sent it, or it was taken back. */
  function deliver(id: string): Promise<unknown> {
    const before = earlierThan(id)
    const mine = before.length > 0 ? Promise.allSettled(before).then(() => inItsTurn(id)) : inItsTurn(id)
    underWay.set(id, mine)
    const over = () => {
      if (underWay.get(id) === mine) underWay.delete(id)
    }
    mine.then(over, over)
    return mine
  }

  function earlierThan(id: string) {
    const item = find(id)
    return items
      .slice(
        0,
        items.findIndex((one) => one.id === id),
      )
      .filter((one) => item && (one.conversationId === item.conversationId || isOfMany(one) || isOfMany(item)))
      .flatMap((one) => underWay.get(one.id) ?? [])
  }

  function inItsTurn(id: string) {
    return inTurn(`outbox ${id}`, async () => {
      const item = find(id)
      if (!item || item.asked === 'answered') return
      if (kept.isGone(id)) return drop(id)
      if (item.state.is !== 'waiting') mark(id, { is: 'sending' })
      let answer: unknown
      try {
        const wait = () => {
          mark(id, { is: 'waiting' })
          for (const tell of waiters.splice(0)) tell()
        }
        answer = await sendCommand<unknown>(() => ask(id), wait, item.commandId)
      } catch (error) {
        const refused = { ...(find(id) ?? item) }
        mark(id, { is: 'refused', error })
        rules.refused(refused, error)
        throw error
      }
      change(id, { asked: 'answered' })
      kept.forget(id)
      rules.answered(item)
      return answer
    })
  }

  async function ask(id: string) {
    const item = find(id)
    // Taken back between two attempts, or sent by another tab.
    if (!item || item.asked === 'answered') return
    if (!navigator.onLine) throw new Unreachable()
    if (item.asked === 'never') change(id, { asked: 'perhaps' })
    return rules.ask({ ...item })
  }

  /** Resolves once nobody answers, which may be never. */
  function silence() {
    return new Promise<'waiting'>((resolve) => {
      if (items.some(({ state }) => state.is === 'waiting')) resolve('waiting')
      else waiters.push(() => resolve('waiting'))
    })
  }

  return {
    items,
    find,
    silence,
    change,
    mark,
    remove,
    /** Only this tab no longer shows it. */
    drop,
    start,
    /** Resolves with the answer; throws what was refused. */
    add(item: OnItsWay) {
      setItems(items.length, item)
      kept.keep(item.id, item)
      return deliver(item.id)
    },
  }
}

/** What is done to many waits for all that was done before, and all that comes after waits for it. */
function isOfMany({ conversationId }: OnItsWay) {
  return conversationId === ''
}

function asWaiting(kept: OnItsWay): OnItsWay {
  return { ...kept, state: { is: 'waiting' } }
}
