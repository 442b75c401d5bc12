import { absence } from './fr/absence.ts'
import { bulk } from './fr/bulk.ts'
import { clients } from './fr/clients.ts'
import { common } from './fr/common.ts'
import { filters } from './fr/filters.ts'
import { inbox } from './fr/inbox.ts'
import { keyboard } from './fr/keyboard.ts'
import { notices } from './fr/notices.ts'
import { search } from './fr/search.ts'
import { shell } from './fr/shell.ts'
import { viewing } from './fr/viewing.ts'
import { views } from './fr/views.ts'

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
