import type { ConversationRow } from '@comptoir/contract/inbox'
import { registerActions } from '../../app/commands.ts'
import { useInbox } from '../inbox-context.ts'
import { createLastFocused } from './create-last-focused.ts'
import { createMergingActs } from './create-merging-acts.ts'

/** Merging, splitting and linking: what is chosen in the list; where nothing is, the one that is meant. */
export function registerMergingCommands(meant: () => ConversationRow | undefined) {
  const inbox = useInbox()
  const acts = createMergingActs()
  const lastFocused = createLastFocused()
  const { selection } = inbox
  const isThere = () => ['open', 'archived'].includes(meant()?.state ?? '')
  const mayGather = () => inbox.view() !== 'deleted' && !selection.isWhole()
  /** The one that is chosen, or meant; none where several are chosen. */
  const theOne = () => (selection.isEmpty() ? meant()?.id : chosenIds().length === 1 ? chosenIds()[0] : undefined)

  function chosenIds() {
    const of = selection.of()
    return of.is === 'these' ? of.ids : []
  }

  function link() {
    const [oneId, otherId] = selection.isEmpty() ? [] : chosenIds()
    if (!oneId || !otherId) return inbox.link(theOne()!)
    selection.clear()
    void acts.link(oneId, otherId)
  }

  registerActions({
    merge: {
      run: () => inbox.merge(selection.isEmpty() ? { conversationId: meant()!.id } : 'chosen'),
      when: () => (selection.isEmpty() ? isThere() : mayGather()),
    },
    link: {
      run: link,
      when: () => (selection.isEmpty() ? isThere() : mayGather() && selection.size() <= 2),
    },
    split: {
      run: () => inbox.split(theOne()!, lastFocused()),
      when: () => (selection.isEmpty() ? isThere() : mayGather() && selection.size() === 1),
    },
  })
}
