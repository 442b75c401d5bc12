import type { bulk as french } from '../fr/bulk.ts'
import type { SameWords } from '../words.ts'

/** What is done to many conversations at once. */
export const bulk: SameWords<typeof french> = {
  label: 'Act on the chosen conversations',
  choose: 'Choose the one of {name}',
  choose_row: 'Choose the conversation',
  chosen: { one: '{n} chosen', other: '{n} chosen' },
  all_loaded: 'Choose all that are shown',
  whole_view: 'Choose the {n} conversations of this view',
  clear: 'Choose none',
  mark_read: 'Mark as read',
  tag: 'Tag the clients',
  tag_hint: 'All clients of the chosen conversations get it.',
  running: '{done} of {total} conversations…',
  undoing: 'Undoing… {done} of {total} left.',
  failed: {
    one: '{act}: it could not be done to {n} conversation, which stays as it was.',
    other: '{act}: it could not be done to {n} conversations, which stay as they were.',
  },
  undo_failed: {
    one: '{act}: undoing it failed for {n} conversation.',
    other: '{act}: undoing it failed for {n} conversations.',
  },
  undo_rest: 'Undo the rest',
  done: {
    archive: { one: 'Conversation archived.', other: '{n} conversations archived.' },
    reopen: { one: 'Conversation reopened.', other: '{n} conversations reopened.' },
    delete: { one: 'Conversation deleted.', other: '{n} conversations deleted.' },
    restore: { one: 'Conversation restored.', other: '{n} conversations restored.' },
    tag: { one: 'Client tagged “{tag}”.', other: 'Clients of {n} conversations tagged “{tag}”.' },
    read: { one: 'Conversation marked as read.', other: '{n} conversations marked as read.' },
    unread: { one: 'Conversation marked as unread.', other: '{n} conversations marked as unread.' },
    remind: { one: 'Reminder set.', other: 'Reminder set on {n} conversations.' },
    assign: { one: 'Conversation assigned to {name}.', other: '{n} conversations assigned to {name}.' },
    unassign: {
      one: 'The conversation has no assignee any more.',
      other: '{n} conversations have no assignee any more.',
    },
  },
}
