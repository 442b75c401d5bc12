import { absence } from './nl/absence.ts'
import { bulk } from './nl/bulk.ts'
import { clients } from './nl/clients.ts'
import { common } from './nl/common.ts'
import { filters } from './nl/filters.ts'
import { inbox } from './nl/inbox.ts'
import { keyboard } from './nl/keyboard.ts'
import { notices } from './nl/notices.ts'
import { search } from './nl/search.ts'
import { shell } from './nl/shell.ts'
import { viewing } from './nl/viewing.ts'
import { views } from './nl/views.ts'

/** What the frame and the inbox say: all that the first page needs. Only one language is ever loaded. */
export const catalogue = {
  absence,
  bulk,
  clients,
  common,
  filters,
  inbox,
  keyboard,
  notices,
  search,
  shell,
  viewing,
  views,
}
