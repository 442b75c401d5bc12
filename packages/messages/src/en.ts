import { clients } from './en/clients.ts'
import { common } from './en/common.ts'
import { demo } from './en/demo.ts'
import { errors } from './en/errors.ts'
import { identity } from './en/identity.ts'
import { inbox } from './en/inbox.ts'
import { invalid } from './en/invalid.ts'
import { messaging } from './en/messaging.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'

/** What the screens say. Only one language is ever loaded. */
export const catalogue = { clients, common, demo, errors, identity, inbox, invalid, messaging, settings, shell }
