import { confide } from './en/confide.ts'
import { errors } from './en/errors.ts'
import { invalid } from './en/invalid.ts'
import { backup } from './en/backup.ts'
import { card } from './en/card.ts'
import { clientFields } from './en/client-fields.ts'
import { demo } from './en/demo.ts'
import { forms } from './en/forms.ts'
import { forwarding } from './en/forwarding.ts'
import { identity } from './en/identity.ts'
import { mailboxes } from './en/mailboxes.ts'
import { merging } from './en/merging.ts'
import { messaging } from './en/messaging.ts'
import { original } from './en/original.ts'
import { reminders } from './en/reminders.ts'
import { noticeSettings } from './en/notice-settings.ts'
import { settings } from './en/settings.ts'
import { signatures } from './en/signatures.ts'
import { signing } from './en/signing.ts'
import { templates } from './en/templates.ts'

/** What the pages opened later say, and what is said where something is refused. */
export const pages = {
  confide,
  errors,
  backup,
  card,
  client_fields: clientFields,
  demo,
  forms,
  forwarding,
  identity,
  invalid,
  mailboxes,
  merging,
  messaging,
  notice_settings: noticeSettings,
  original,
  reminders,
  settings,
  signatures,
  signing,
  templates,
}
