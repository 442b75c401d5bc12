import Archive from 'lucide-solid/icons/archive'
import ArchiveRestore from 'lucide-solid/icons/archive-restore'
import Bell from 'lucide-solid/icons/bell'
import BellPlus from 'lucide-solid/icons/bell-plus'
import BellRing from 'lucide-solid/icons/bell-ring'
import BookmarkPlus from 'lucide-solid/icons/bookmark-plus'
import CalendarClock from 'lucide-solid/icons/calendar-clock'
import CircleUser from 'lucide-solid/icons/circle-user'
import EyeOff from 'lucide-solid/icons/eye-off'
import Inbox from 'lucide-solid/icons/inbox'
import Keyboard from 'lucide-solid/icons/keyboard'
import Link2 from 'lucide-solid/icons/link-2'
import ListFilter from 'lucide-solid/icons/list-filter'
import LogOut from 'lucide-solid/icons/log-out'
import MailIcon from 'lucide-solid/icons/mail'
import Mailbox from 'lucide-solid/icons/mailbox'
import MailOpen from 'lucide-solid/icons/mail-open'
import MailPlus from 'lucide-solid/icons/mail-plus'
import MailQuestion from 'lucide-solid/icons/mail-question-mark'
import Merge from 'lucide-solid/icons/merge'
import MessageSquareText from 'lucide-solid/icons/message-square-text'
import Paperclip from 'lucide-solid/icons/paperclip'
import PenLine from 'lucide-solid/icons/pen-line'
import Plus from 'lucide-solid/icons/plus'
import Reply from 'lucide-solid/icons/reply'
import ReplyAll from 'lucide-solid/icons/reply-all'
import Search from 'lucide-solid/icons/search'
import SendHorizontal from 'lucide-solid/icons/send-horizontal'
import Settings from 'lucide-solid/icons/settings'
import Split from 'lucide-solid/icons/split'
import StickyNote from 'lucide-solid/icons/sticky-note'
import SunMoon from 'lucide-solid/icons/sun-moon'
import TagIcon from 'lucide-solid/icons/tag'
import Trash from 'lucide-solid/icons/trash'
import Undo2 from 'lucide-solid/icons/undo-2'
import UserPlus from 'lucide-solid/icons/user-plus'
import type { Component } from 'solid-js'
import type { ActionId } from './actions.ts'

/** What the palette draws beside an action, fetched with it; one without is known by its words. */
export const actionIcons: Partial<Record<ActionId, Component>> = {
  'new-client': UserPlus,
  'start-conversation': MailPlus,
  search: Search,
  filter: ListFilter,
  'save-view': BookmarkPlus,
  reply: Reply,
  'reply-all': ReplyAll,
  note: StickyNote,
  assign: UserPlus,
  confide: UserPlus,
  tag: TagIcon,
  remind: BellPlus,
  archive: Archive,
  reopen: ArchiveRestore,
  restore: Undo2,
  delete: Trash,
  'mark-read': MailOpen,
  'mark-unread': MailIcon,
  merge: Merge,
  split: Split,
  link: Link2,
  undo: Undo2,
  send: SendHorizontal,
  'send-later': CalendarClock,
  attach: Paperclip,
  'use-template': MessageSquareText,
  'discard-draft': Trash,
  'go-inbox': Inbox,
  'go-to-sort': MailQuestion,
  'go-post-office': Mailbox,
  'go-settings': Settings,
  reminders: BellRing,
  notices: Bell,
  account: CircleUser,
  invite: UserPlus,
  'add-mailbox': Plus,
  'add-template': Plus,
  'write-as-client': PenLine,
  keys: Keyboard,
  theme: SunMoon,
  'sign-out': LogOut,
  'leave-viewing': EyeOff,
}
