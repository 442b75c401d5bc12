import { createMemo } from 'solid-js'
import type { StaffEvent } from '@comptoir/contract/events'
import { makeId } from '@comptoir/rules/uuid'
import { Refused } from '@comptoir/wire/ask'
import type { EventHub } from '../app/create-event-hub.ts'
import type { OutgoingQueue } from './create-outgoing-queue.ts'
import type { PendingAct } from './on-its-way.ts'
import type { AnswerTo, OwnAct } from './own-act.ts'

/** What was answered and brought no event shows itself no longer than that. */
const unheardMs = 10_000

type Refusal = { act: PendingAct; error: unknown }

/** What one does to conversations: shown as done from then on, and until the events that tell it are heard. */
export function createOwnActs(queue: OutgoingQueue, events: EventHub) {
  const heard = new Set<string>()
  /** Refused while nobody listened. */
  let untold: Refusal[] = []
  let tell: ((refusal: Refusal) => void) | undefined

  events.listen((event) => {
    for (const one of all()) {
      if (!concerns(event, one)) continue
      if (one.asked === 'answered') queue.drop(one.id)
      else if (one.asked === 'perhaps') heard.add(one.id)
    }
  })

  function all() {
    return queue.items.filter((one): one is PendingAct => one.kind === 'act')
  }

  const byConversation = createMemo<ReadonlyMap<string, OwnAct[]>>(() => {
    const acts = new Map<string, OwnAct[]>()
    for (const { conversationId, act } of all())
      for (const id of act.is === 'many' ? (act.of.is === 'these' ? act.of.ids : []) : [conversationId])
        acts.set(id, [...(acts.get(id) ?? []), act])
    return acts
  })

  return {
    /** What was done to each conversation and is not in what the server told of it yet, in order. */
    byConversation,
    /**
     * Does it; `conversationId` is empty for what is done to many. `told` resolves with the answer, or with `waiting`
     * once it is known that there will be none for now; refusals go to `onRefused`, and `told` then throws.
     */
    do<Act extends OwnAct>(conversationId: string, about: string, act: Act) {
      const id = makeId()
      const at = new Date().toISOString()
      const commandId = makeId()
      const item: PendingAct = {
        kind: 'act',
        id,
        commandId,
        conversationId,
        about,
        act,
        at,
        asked: 'never',
        state: { is: 'sending' },
      }
      const answer = queue.add(item) as Promise<AnswerTo<Act>>
      return { id, commandId, told: Promise.race([answer, queue.silence()]) }
    },
    /** Has it never be asked; answers whether that was still possible. */
    forgo(id: string): boolean {
      if (queue.find(id)?.asked !== 'never') return false
      queue.remove(id)
      return true
    },
    /** Who says what was refused: one at a time. Answers how to stop. */
    onRefused(hear: (refusal: Refusal) => void) {
      tell = hear
      untold.splice(0).forEach(hear)
      return () => {
        if (tell === hear) tell = undefined
      }
    },
    answered({ id }: PendingAct) {
      if (heard.delete(id)) queue.drop(id)
      else setTimeout(() => queue.drop(id), unheardMs)
    },
    refused(act: PendingAct, error: unknown) {
      heard.delete(act.id)
      // Whoever signs in again has it done then.
      if (error instanceof Refused && error.code === 'not_signed_in') queue.mark(act.id, { is: 'waiting' })
      else queue.remove(act.id)
      if (tell) tell({ act, error })
      else untold.push({ act, error })
    },
  }
}

function concerns(event: StaffEvent, { conversationId, commandId, act }: PendingAct): boolean {
  const told = event.data as { conversation?: { id: string }; conversationIds?: string[]; bulk?: { id: string } }
  if (act.is === 'many') return told.bulk?.id === commandId
  return told.conversation?.id === conversationId || (told.conversationIds?.includes(conversationId) ?? false)
}
