import { absence } from './en/absence.ts'
import { bulk } from './en/bulk.ts'
import { clients } from './en/clients.ts'
import { common } from './en/common.ts'
import { filters } from './en/filters.ts'
import { inbox } from './en/inbox.ts'
import { keyboard } from './en/keyboard.ts'
import { notices } from './en/notices.ts'
import { search } from './en/search.ts'
import { shell } from './en/shell.ts'
import { viewing } from './en/viewing.ts'
import { views } from './en/views.ts'

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
