import type { StaffEvent } from '@comptoir/contract/events'
import type { LetterPlace, LettersSlice, UnsentLetter } from '@comptoir/contract/unsent-letters'
import type { Reader } from './reader.ts'

/** The letters somebody is writing as a screen holds them. */
export interface LettersState extends LettersSlice {
  /** Something moved that events do not tell whole: to be fetched again. */
  stale?: boolean
}

/** The letters after an event. */
export function applyToLetters(state: LettersState, event: StaffEvent, reader: Reader): LettersState {
  if (event.seq <= state.seq) return state
  return { ...changed(state, event, reader), seq: event.seq }
}

function changed(state: LettersState, event: StaffEvent, reader: Reader): LettersState {
  switch (event.name) {
    case 'inbox.letter_saved': {
      const { letter } = event.data
      return { ...state, letters: [letter, ...state.letters.filter((one) => !isAt(one, letter))] }
    }
    case 'inbox.letter_discarded':
      return without(state, (one) => isAt(one, event.data))
    case 'access.revoked':
      return without(state, (one) => event.data.conversationIds.some((id) => id === one.conversationId))
    case 'inbox.conversation_withdrawn':
      return without(state, (one) => one.conversationId === event.data.conversationId)
    case 'inbox.sending_taken_back':
      return without(state, (one) => one.about !== 'beginning' && one.aboutId === event.data.messageId)
    case 'inbox.conversation_rearranged':
      return state.letters.some(({ about }) => about !== 'beginning') ? { ...state, stale: true } : state
    // What was written about what is confided again.
    case 'access.granted':
      return { ...state, stale: true }
    case 'inbox.conversations_changed':
      return event.data.change.is === 'assignee' && reader.role === 'delegate' ? { ...state, stale: true } : state
    case 'clients.client_changed': {
      const { id } = event.data.client
      return state.letters.some((one) => isTo(one, id)) ? { ...state, stale: true } : state
    }
    default:
      return state
  }
}

function without(state: LettersState, isGone: (letter: UnsentLetter) => boolean): LettersState {
  return { ...state, letters: state.letters.filter((one) => !isGone(one)) }
}

function isAt(one: LetterPlace, other: LetterPlace) {
  return one.about === other.about && one.aboutId === other.aboutId
}

function isTo({ client }: UnsentLetter, clientId: string) {
  return client?.is === 'existing' && client.client.id === clientId
}
