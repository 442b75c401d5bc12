import type { backup as french } from '../fr/backup.ts'
import type { SameWords } from '../words.ts'

export const backup: SameWords<typeof french> = {
  confirm_hint: 'The one you sign in with. It is asked once more, because this file holds everything.',
  download: 'Download a backup',
  example_text: 'This business is an example. Create your own to back it up.',
  example_title: 'There is nothing to back up here',
  file: 'FILE',
  holds_business:
    'A single file holds all that belongs to your business, at one instant: clients, conversations, attachments, team and settings.',
  holds_business_not:
    'Other businesses share this installation, so the passwords of mailboxes and of your colleagues are not in it. After a restore, mailboxes have to be connected again and everybody chooses a new password.',
  holds_installation:
    'A single file holds everything, at one instant: clients, conversations, attachments, team, settings and the passwords of mailboxes.',
  last: 'Last backup: {at}',
  last_never: 'No backup has been made yet.',
  mailbox_restored:
    'This mailbox comes from a restored backup: it is paused, so that nothing leaves twice. Check the messages marked “Sending uncertain”, then resume sending.',
  mailbox_secret_left_out:
    'This mailbox comes from a restored backup that did not hold its password. Connect it again, then resume sending.',
  precious:
    'This file is as precious as the business: whoever has it can read everything. Keep it in a safe place, and not on the same machine.',
  restore: 'Restore',
  restore_command: 'Command to restore',
  restore_text:
    'A backup is restored by this command into an installation that is still empty, and stopped. Its mailboxes stay paused until you resume them: nothing leaves twice.',
  started: 'The download begins. Do not close the browser before it is done.',
  title: 'Backup',
}
