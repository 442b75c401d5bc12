import type { Words } from '../words.ts'

/** What people are told of, and the list of it. */
export const notices = {
  title: 'Notifications',
  unseen: { one: '{n} unseen notification', other: '{n} unseen notifications' },
  not_seen: 'Unseen',
  mention: '{actor} mentioned you',
  assigned: '{actor} assigned the conversation to you',
  assigned_many: {
    one: '{actor} assigned {n} conversation to you',
    other: '{actor} assigned {n} conversations to you',
  },
  answered: '{actor} wrote',
  trouble: {
    bounced: 'A message was not delivered',
    gave_up: 'Sending a message was given up after three days',
    unknown: 'Nobody knows whether a message left',
    complained: '{name} reported a message as spam',
  },
  reminder: 'Reminder due',
  see_all: 'Mark all as seen',
  settings: 'Set',
  open: 'Open',
  empty: 'Nothing new',
  empty_text:
    'You are told here when a colleague mentions you or assigns you a conversation, when a client answers, or when a message comes back.',
  latest: 'The {n} latest are shown.',
} satisfies Words
