import { clients } from './nl/clients.ts'
import { common } from './nl/common.ts'
import { demo } from './nl/demo.ts'
import { errors } from './nl/errors.ts'
import { identity } from './nl/identity.ts'
import { inbox } from './nl/inbox.ts'
import { invalid } from './nl/invalid.ts'
import { messaging } from './nl/messaging.ts'
import { settings } from './nl/settings.ts'
import { shell } from './nl/shell.ts'

/** What the screens say. Only one language is ever loaded. */
export const catalogue = { clients, common, demo, errors, identity, inbox, invalid, messaging, settings, shell }
