import { confide } from './nl/confide.ts'
import { errors } from './nl/errors.ts'
import { invalid } from './nl/invalid.ts'
import { backup } from './nl/backup.ts'
import { card } from './nl/card.ts'
import { clientFields } from './nl/client-fields.ts'
import { demo } from './nl/demo.ts'
import { forms } from './nl/forms.ts'
import { forwarding } from './nl/forwarding.ts'
import { identity } from './nl/identity.ts'
import { mailboxes } from './nl/mailboxes.ts'
import { merging } from './nl/merging.ts'
import { messaging } from './nl/messaging.ts'
import { original } from './nl/original.ts'
import { reminders } from './nl/reminders.ts'
import { noticeSettings } from './nl/notice-settings.ts'
import { settings } from './nl/settings.ts'
import { signatures } from './nl/signatures.ts'
import { signing } from './nl/signing.ts'
import { templates } from './nl/templates.ts'

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
