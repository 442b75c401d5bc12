import type { letters as fr } from '../fr/letters.ts'
import type { SameWords } from '../words.ts'

export const letters: SameWords<typeof fr> = {
  roles: { admin: 'administrator', member: 'member', delegate: 'delegate' },
  invitation: {
    subject: '{inviter} invites you to join {business}',
    hello: 'Hello,',
    body: '{inviter} invites you to join “{business}” on Comptoir, as {role}.',
    action: 'Accept the invitation',
    ending:
      'This link is valid for 7 days and is for you alone. If you did not expect this invitation, ignore this message.',
  },
  reminder: {
    subject: 'Reminder: {client}',
    hello: 'Hello {name},',
    body: 'You wanted to be reminded of the conversation “{subject}” with {client}.',
    action: 'Open the conversation',
    ending: 'It is at the top of your inbox. Mark the reminder as done, or put it off, in the conversation.',
  },
  notices: {
    subject: {
      one: '{n} notification is waiting for you at {business}',
      other: '{n} notifications are waiting for you at {business}',
    },
    hello: 'Hello {name},',
    body: 'While you were away:',
    action: 'Open Comptoir',
    ending: 'At most one message an hour, while you are away. Choose here what you receive:',
    lines: {
      mention: '{actor} mentioned you',
      assigned: '{actor} assigned the conversation to you',
      assigned_many: {
        one: '{actor} assigned {n} conversation to you',
        other: '{actor} assigned {n} conversations to you',
      },
      answered: '{actor} wrote',
      trouble: 'A message did not arrive, or nobody knows whether it did',
      reminder: 'A reminder is due',
    },
  },
  password_reset: {
    subject: 'Choose a new password',
    hello: 'Hello {name},',
    body: 'You asked to choose a new password for Comptoir.',
    action: 'Choose a password',
    ending:
      'This link is valid for one hour and works once. If you did not ask for it, ignore this message: your password stays the same.',
  },
}
