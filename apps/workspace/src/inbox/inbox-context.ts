import { createContext, useContext } from 'solid-js'
import type { BulkAct } from '@comptoir/contract/bulk'
import type { Filter, FilteredCount, SavedView } from '@comptoir/contract/filters'
import type { ConversationRow } from '@comptoir/contract/inbox'
import type { View } from '@comptoir/contract/views'
import type { LiveInbox } from '../live/live-inbox.ts'
import type { Mailboxes } from '../messaging/create-mailboxes.ts'
import type { ConversationActs } from './conversation-acts.ts'
import type { LetterWish } from './forwarding/letter-wish.ts'
import type { Selection } from './create-selection.ts'
import type { SearchBox } from './search/create-search.ts'

/** The inbox on this screen: its state, what is open, and what can be done. */
export interface InboxHere {
  live: LiveInbox
  view: () => View
  /** What narrows the view. */
  filter: () => Filter
  /** Narrows it otherwise, in the address. */
  setFilter: (filter: Filter, how?: 'typing') => void
  /** The saved view one looks at, also while it is narrowed otherwise. */
  savedView: () => SavedView | undefined
  /** The key of the list; `undefined` while it is not known which, `null` when it is gone. */
  list: () => string | undefined | null
  /** How many it holds, loaded or not, as far as is counted. */
  size: () => FilteredCount
  selectedId: () => string | undefined
  hrefOfView: (address: string, filter?: Filter) => string
  /** The list as it is, narrowed or not. */
  hrefOfList: () => string
  hrefOf: (conversationId: string) => string
  open: (conversationId: string) => void
  /** Opens the one that the one that is open went into, and says so. */
  leadTo: (conversationId: string) => void
  /** Back to the list. */
  close: () => void
  /** The row one stands on, if it is still in the list. */
  rowAtCursor: () => ConversationRow | undefined
  /** What is known of one on this screen, opened or listed. */
  rowOf: (conversationId: string) => ConversationRow | undefined
  cursor: () => string | undefined
  setCursor: (conversationId: string | undefined) => void
  /** Whether the list is narrowed otherwise than any saved view. */
  isToSave: () => boolean
  /** To an address of this business. */
  go: (href: string) => void
  acts: ConversationActs
  /** The conversations of the list that are chosen. */
  selection: Selection
  /** Does it to those, and chooses none any more. */
  actOnSelection: (act: BulkAct) => void
  startConversation: () => void
  /** Asks for a tag to give to the client of a conversation. */
  tag: (conversationId: string) => void
  /** Confides it, or those that are chosen, to somebody; asks first where they are away and somebody stands in. */
  assign: (what: { conversationId: string } | 'chosen', assigneeId: string | null) => void
  /** Has the beginning of a conversation that was taken back written on, in its dialog. */
  startAgain: (taken: { conversationId: string; letterId: string }) => void
  /** Opens the dialog of a letter to somebody outside. */
  writeLetter: (wish: LetterWish) => void
  /** Asks to whom to confide a conversation, or those that are chosen, and what to say to them. */
  confide: (what: { conversationId: string } | 'chosen') => void
  /** Asks which conversations become one: others with the one that is open, or those that are chosen. */
  merge: (what: { conversationId: string } | 'chosen') => void
  /** Asks which conversation belongs with one. */
  link: (conversationId: string) => void
  /** Asks what of a conversation becomes one of its own, from a message on or the last one. */
  split: (conversationId: string, messageId?: string) => void
  /** What is sought instead of a view. */
  search: SearchBox
  /** The mailboxes of the business, asked for by the first who reads them. */
  mailboxes: () => Mailboxes
}

export const InboxContext = createContext<InboxHere>()

export function useInbox(): InboxHere {
  const inbox = useContext(InboxContext)
  if (!inbox) throw new Error('no inbox around this component')
  return inbox
}
