import type { Words } from '../words.ts'

/** Making one conversation of several, and several of one. */
export const merging = {
  title: 'Merge conversations',
  text: 'Messages, notes, drafts and reminders come together in the conversation that stays. You can undo this for 24 hours.',
  stays: 'Conversation that stays',
  add: 'Add a conversation',
  find: 'Client, subject or words of the message',
  find_hint: 'Conversations of the same client are offered first.',
  found: 'Conversations',
  nothing_found: 'No other conversation.',
  leave_out: 'Do not merge “{name}”',
  other_client:
    'The conversation stays one of {client}: the messages of {others} join it, each with its author, and replies go to {client}.',
  submit: 'Merge',
  too_few: 'Choose at least one other conversation.',
  too_many: 'No more than {n} conversations at once.',
  done: { one: 'Conversation merged.', other: '{n} conversations merged.' },
  undone: 'Merge undone.',
  split_done: 'Conversation split off.',
  split_undone: 'Split undone.',
  link_title: 'Link a conversation',
  link_text: 'They stay apart, and each leads to the other.',
  link_which: 'Conversation to link',
  linked: 'Conversations linked.',
  apart: 'Link removed.',
  linked_with: 'Linked:',
  unlink: 'Unlink from “{name}”',
} satisfies Words
