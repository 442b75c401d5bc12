import type { errors as fr } from '../fr/errors.ts'
import type { SameWords } from '../words.ts'

export const errors: SameWords<typeof fr> = {
  invalid: 'Some fields need correcting.',
  not_signed_in: 'Your session has ended. Sign in to go on.',
  not_allowed: 'You may not do this. Ask an administrator.',
  not_found: 'This does not exist, or no longer.',
  foreign_origin: 'This request comes from another site and was refused.',
  command_reused: 'This action was already done with other data. Reload the page.',
  request_too_large: 'What you are sending is too large.',
  database_away: 'The server is restarting. Nothing is lost: try again in a moment.',
  broken: 'Something went wrong on our side. Reference: {reference}.',
  conversation_missing: 'This conversation does not exist, or is no longer yours.',
  client_missing: 'This client does not exist, or no longer.',
  client_without_email: 'This client has no e-mail address. Add one to their card.',
  file_missing: 'An attachment is no longer there. Remove it and attach it again.',
  attachments_too_large: 'The attachments exceed {megabytes} MB together. Remove one.',
  no_mailbox: 'No mailbox is set up. Add one in the settings.',
  newer_message: 'A newer message arrived while you were writing.',
}
