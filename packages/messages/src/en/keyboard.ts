import type { keyboard as french } from '../fr/keyboard.ts'
import type { SameWords } from '../words.ts'

export const keyboard: SameWords<typeof french> = {
  open: 'Open the conversation',
  choose_view: 'Choose the whole view',
  reply_all: 'Reply to all',
  reply_writer: 'Reply to the sender only',
  mark_read: 'Mark as read',
  undo: 'Undo the last action',
  send: 'Send, or add the note',
  leave_text: 'Leave the text',
  saved_views: 'Saved views',
  cap_shift: 'Shift',
  cap_enter: 'Enter',
  cap_escape: 'Esc',
  new_message: 'New message from {name}: {text}',
  new_note: 'Note from {name}: {text}',
  new_messages: { one: '{n} new message', other: '{n} new messages' },
}
