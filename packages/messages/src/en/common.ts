import type { common as french } from '../fr/common.ts'
import type { SameWords } from '../words.ts'

export const common: SameWords<typeof french> = {
  add: 'Add',
  announcements: 'Announcements',
  cancel: 'Cancel',
  close: 'Close',
  copied: 'Copied.',
  copy: 'Copy',
  copy_by_hand: 'Your browser does not copy by itself. The text is selected: copy it yourself.',
  could_not_show: 'This cannot be shown right now',
  crashed: 'This page ran into a problem',
  crashed_text: 'Reload it to go on. What was saved still is.',
  email: 'E-mail address',
  hide_password: 'Hide the password',
  loading: 'Loading…',
  name: 'Name',
  new_version: 'A new version is ready.',
  password: 'Password',
  reload: 'Reload the page',
  retry: 'Try again',
  save: 'Save',
  saved: 'Saved.',
  send: 'Send',
  show_password: 'Show the password',
  undo: 'Undo',
  unreachable: 'The server does not answer. Check your connection and try again: nothing is lost.',
}
