import { confide } from './fr/confide.ts'
import { errors } from './fr/errors.ts'
import { invalid } from './fr/invalid.ts'
import { backup } from './fr/backup.ts'
import { card } from './fr/card.ts'
import { clientFields } from './fr/client-fields.ts'
import { demo } from './fr/demo.ts'
import { forms } from './fr/forms.ts'
import { forwarding } from './fr/forwarding.ts'
import { identity } from './fr/identity.ts'
import { mailboxes } from './fr/mailboxes.ts'
import { merging } from './fr/merging.ts'
import { messaging } from './fr/messaging.ts'
import { original } from './fr/original.ts'
import { reminders } from './fr/reminders.ts'
import { noticeSettings } from './fr/notice-settings.ts'
import { settings } from './fr/settings.ts'
import { signatures } from './fr/signatures.ts'
import { signing } from './fr/signing.ts'
import { templates } from './fr/templates.ts'

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
