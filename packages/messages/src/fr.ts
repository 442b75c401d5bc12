import { clients } from './fr/clients.ts'
import { common } from './fr/common.ts'
import { demo } from './fr/demo.ts'
import { errors } from './fr/errors.ts'
import { identity } from './fr/identity.ts'
import { inbox } from './fr/inbox.ts'
import { invalid } from './fr/invalid.ts'
import { messaging } from './fr/messaging.ts'
import { settings } from './fr/settings.ts'
import { shell } from './fr/shell.ts'

/** What the screens say. Only one language is ever loaded. */
export const catalogue = { clients, common, demo, errors, identity, inbox, invalid, messaging, settings, shell }
