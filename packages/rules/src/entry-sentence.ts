import type { EntryItem } from '@comptoir/contract/timeline'

/** The sentences of entries that are not called as their kind is. */
type Sentence = EntryItem['kind'] | 'taken' | 'reopened_by_itself' | 'reminder_answered' | 'reminder_note'

/** What a screen or a page calls things. */
export interface EntryWords {
  say: (sentence: Sentence, values: Record<string, string>) => string
  /** Of somebody who works here; empty where nobody is known by that id. */
  nameOf: (userId: string | null) => string
  /** Day and time, in short. */
  moment: (instant: string) => string
  /** What a conversation without a subject is called. */
  untitled: string
}

/** What an entry of a timeline tells, as one sentence. */
export function entrySentence(
  { kind, actorName: actor, userId, summary, dueAt }: Omit<EntryItem, 'is' | 'id' | 'refId' | 'at'>,
  { say, nameOf, moment, untitled }: EntryWords,
): string {
  if (isRearranging(kind)) return say(kind, { actor, name: summary || untitled })
  // The message itself called it off.
  if (kind === 'reminder_cancelled' && actor === '') return say('reminder_answered', {})
  if (dueAt) {
    const said = say(kind, { actor, at: moment(dueAt) })
    return summary ? say('reminder_note', { said, note: summary }) : said
  }
  // What the program did by itself has no actor.
  if (kind === 'reopened' && actor === '') return say('reopened_by_itself', {})
  if (isBad(kind)) return say(kind, { name: summary })
  const name = nameOf(userId) || summary
  return kind === 'assigned' && name === actor ? say('taken', { actor }) : say(kind, { actor, name })
}

/** What moved messages from one conversation to another. */
export function isRearranging(kind: EntryItem['kind']): boolean {
  return kind === 'merged' || kind === 'unmerged' || kind === 'split_off' || kind === 'split_from'
}

/** What went wrong with a message. */
export function isBad(kind: EntryItem['kind']): boolean {
  return kind === 'bounced' || kind === 'gave_up' || kind === 'complained'
}
