import { instantOf, laterOf } from '../instant.ts'
import type { ConversationToChange } from './conversations.ts'
import { previewOf } from './preview.ts'
import type { Received } from './receive-message.ts'

type Standing = Pick<
  ConversationToChange,
  'lastSeq' | 'lastAt' | 'lastPreview' | 'lastDirection' | 'mailboxId' | 'state' | 'waitingSince'
>

/** A conversation in which this is the first message. */
export function notBegun({ standing, at }: Received, mailboxId: string | null): Standing {
  const state = standing === 'past' ? 'archived' : 'open'
  return {
    lastSeq: 0,
    lastAt: instantOf(new Date(at)),
    lastPreview: '',
    lastDirection: 'in',
    mailboxId,
    state,
    waitingSince: null,
  }
}

/** How the conversation stands after a message, and when that was. */
export function standingAfter(was: Standing, input: Received) {
  const { standing = 'news', beside } = input
  const at = instantOf(new Date(input.at))
  const isFirst = was.lastSeq === 0
  const place = { lastSeq: was.lastSeq + 1, mailboxId: was.mailboxId ?? input.mailboxId }
  // What was written before the last word keeps its own time, and the last word stays.
  if ((standing === 'past' || standing === 'late') && !isFirst && at < was.lastAt) {
    const { state, ...lastWord } = lastWordOf(was)
    return { ...place, ...lastWord, state: standing === 'late' ? ('open' as const) : state, at }
  }
  const lastAt = isFirst ? at : laterOf(at, was.lastAt)
  const lastPreview = previewOf(input.bodyText || input.subject)
  const said = { ...place, at: lastAt, lastAt, lastPreview, lastDirection: 'in' } as const
  const { state, waitingSince } = was
  return standing === 'news' || standing === 'late'
    ? { ...said, state: 'open' as const, waitingSince: beside ? waitingSince : (waitingSince ?? lastAt) }
    : { ...said, state, waitingSince }
}

function lastWordOf({ lastAt, lastPreview, lastDirection, state, waitingSince }: Standing) {
  return { lastAt, lastPreview, lastDirection, state, waitingSince }
}

/** A machine's answer in a conversation of its own is somebody writing for the first time. */
export function isUnread(was: Standing, { standing = 'news' }: Received) {
  return standing === 'news' || standing === 'late' || (standing === 'automatic' && was.lastSeq === 0)
}
