import type { views as french } from '../fr/views.ts'
import type { SameWords } from '../words.ts'

export const views: SameWords<typeof french> = {
  label: 'Inbox views',
  choose: 'Change view',
  more: 'Other views',
  members: 'By colleague',
  sources_title: 'By source',
  names: {
    open: 'Open',
    unread: 'Unread',
    'to-answer': 'To answer',
    'follow-up': 'To follow up',
    mine: 'Mine',
    unassigned: 'Unassigned',
    'unread-assignee': 'Unread (assignee)',
    sent: 'Sent',
    all: 'All',
    archived: 'Archived',
    deleted: 'Deleted',
  },
  sources: {
    email: 'E-mail',
    form: 'Site form',
    portal: 'Portal',
    sms: 'SMS',
    campaign: 'Campaigns',
    booking: 'Bookings',
    staff: 'Written by the team',
  },
  empty: {
    open: { title: 'All done', text: 'Your clients’ messages arrive here as soon as they write.' },
    unread: { title: 'Nothing unread', text: 'You have read everything. New messages will show here.' },
    'to-answer': { title: 'Nobody is waiting for an answer', text: 'Whoever waits longest will stand here first.' },
    'follow-up': {
      title: 'Nothing to follow up',
      text: 'Set a reminder on a conversation: it stays here until it is done.',
    },
    mine: {
      title: 'Nothing is assigned to you',
      text: 'Take an unassigned conversation, or wait until a colleague gives you one.',
    },
    unassigned: { title: 'Every conversation has somebody', text: 'Those nobody has taken yet will show here.' },
    'unread-assignee': {
      title: 'Every assignee has read everything',
      text: 'What its assignee has not read yet will show here.',
    },
    sent: { title: 'Nothing sent yet', text: 'Conversations in which the team wrote to a client will show here.' },
    all: { title: 'No conversations', text: 'All conversations stand here, open and archived.' },
    archived: {
      title: 'No archived conversation',
      text: 'Archive what is finished: an answer from the client reopens it by itself.',
    },
    deleted: { title: 'Nothing deleted', text: 'A deleted conversation waits here and can be restored.' },
    member: { title: 'Nothing is assigned to this person', text: 'What you assign to them will show here.' },
    source: { title: 'Nothing came this way', text: 'Conversations that came from there will show here.' },
    see_open: 'See the open conversations',
    see_unassigned: 'See the unassigned',
  },
}
