import Inbox from 'lucide-solid/icons/inbox'
import Mailbox from 'lucide-solid/icons/mailbox'
import MailQuestion from 'lucide-solid/icons/mail-question-mark'
import Settings from 'lucide-solid/icons/settings'
import { lazy, type Component } from 'solid-js'
import type { MessageKey } from './create-language.ts'
import type { OpenWorkspace } from './create-workspace.ts'

/** One entry of the navigation. */
export interface Place {
  id: 'inbox' | 'to-sort' | 'post-office' | 'settings'
  label: MessageKey
  /** Where there is room for one word only. */
  shortLabel?: MessageKey
  icon: Component
  open: (workspace: OpenWorkspace) => boolean
  count?: (workspace: OpenWorkspace) => number
  countLabel?: MessageKey
  /** Another address that is part of this place. */
  also?: string
  /** What stands under it while one is there. */
  inside?: Component
  /** At the bottom of the side navigation. */
  place?: 'end'
  /** On a phone it stands behind the last button of the bar. */
  phone?: 'more'
}

const ViewList = lazy(async () => ({ default: (await import('../inbox/ViewList.tsx')).ViewList as Component }))

/** Only what exists, and only for those who may go there. */
export const places: Place[] = [
  {
    id: 'inbox',
    label: 'shell.inbox',
    icon: Inbox,
    open: () => true,
    count: (workspace) => workspace.counts.views.unread ?? 0,
    countLabel: 'shell.unread',
    inside: ViewList,
  },
  {
    id: 'to-sort',
    label: 'shell.to_sort',
    icon: MailQuestion,
    open: (workspace) => workspace.isTeam(),
    count: (workspace) => workspace.counts.toSort,
    countLabel: 'shell.to_sort_count',
    also: 'spam',
  },
  {
    id: 'post-office',
    label: 'shell.post_office',
    shortLabel: 'shell.post_office_short',
    icon: Mailbox,
    open: (workspace) => workspace.isAdmin(),
    phone: 'more',
  },
  {
    id: 'settings',
    label: 'shell.settings',
    icon: Settings,
    open: (workspace) => workspace.isTeam(),
    place: 'end',
    phone: 'more',
  },
]

/** Whether this address is of this place. */
export function isAt(slug: string, place: Place, pathname: string) {
  return [place.id, place.also].some((one) => one && pathname.startsWith(`/w/${slug}/${one}`))
}

/** The address of a place of a business. */
export function hrefOf(slug: string, place: Place['id']) {
  return `/w/${slug}/${place}`
}
