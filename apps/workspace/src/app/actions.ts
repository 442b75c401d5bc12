import type { MessageKey } from './create-language.ts'
import type { OpenWorkspace } from './create-workspace.ts'

/** What a person can do and what it is called; whoever can do it says how: `registerActions({ archive: … })`. */
export interface Action {
  /** The heading it stands under. */
  group: MessageKey
  label: MessageKey
  /** `e`, `?`, `Shift+r`, `Ctrl+k`, or one after the other: `g i`. */
  keys?: string
  /** Everybody where absent. */
  who?: 'team' | 'admin'
  /** `writing`: also while somebody types; `anywhere`: over a dialog too. */
  works?: 'writing' | 'anywhere'
  /** Not done while one only looks with another's eyes. */
  does?: 'changes'
  /** Something new: it stands in the menu of what is new, too. */
  makes?: 'new'
  /** It leads back from where one is: nobody seeks it by name. */
  in?: 'help'
}

/** The truth about every action and its keys, for the palette, the help and the keyboard alike. A line is an action. */
export const actions = {
  search: { group: 'inbox.title', label: 'search.field', keys: '/' },
  filter: { group: 'inbox.title', label: 'filters.label', keys: 'f' },
  'save-view': { group: 'inbox.title', label: 'filters.save', keys: 'Shift+f', does: 'changes' },
  next: { group: 'inbox.title', label: 'inbox.acts.next', keys: 'j' },
  previous: { group: 'inbox.title', label: 'inbox.acts.previous', keys: 'k' },
  open: { group: 'inbox.title', label: 'keyboard.open', keys: 'o' },
  choose: { group: 'inbox.title', label: 'bulk.choose_row', keys: 'x' },
  'choose-all': { group: 'inbox.title', label: 'bulk.all_loaded', keys: 'Shift+x' },
  'choose-view': { group: 'inbox.title', label: 'keyboard.choose_view', keys: '*' },
  'choose-none': { group: 'inbox.title', label: 'bulk.clear', keys: 'Escape', in: 'help' },
  'close-conversation': { group: 'inbox.title', label: 'inbox.acts.close', keys: 'Escape', in: 'help' },
  reply: { group: 'inbox.acts.group', label: 'inbox.acts.reply', keys: 'r', does: 'changes' },
  'reply-all': { group: 'inbox.acts.group', label: 'keyboard.reply_all', keys: 'Shift+r', does: 'changes' },
  'reply-writer': { group: 'inbox.acts.group', label: 'keyboard.reply_writer', keys: 'w', does: 'changes' },
  note: { group: 'inbox.acts.group', label: 'inbox.acts.note', keys: 'n', does: 'changes' },
  assign: { group: 'inbox.acts.group', label: 'inbox.acts.assign', keys: 'a', who: 'team', does: 'changes' },
  confide: { group: 'inbox.acts.group', label: 'confide.with_note', keys: 'Shift+a', who: 'team', does: 'changes' },
  tag: { group: 'inbox.acts.group', label: 'bulk.tag', keys: 't', does: 'changes' },
  remind: { group: 'inbox.acts.group', label: 'inbox.reminder.set', keys: 'h', does: 'changes', makes: 'new' },
  archive: { group: 'inbox.acts.group', label: 'inbox.acts.archive', keys: 'e', does: 'changes' },
  reopen: { group: 'inbox.acts.group', label: 'inbox.acts.reopen', keys: 'e', does: 'changes' },
  restore: { group: 'inbox.acts.group', label: 'inbox.acts.restore', keys: 'e', does: 'changes' },
  delete: { group: 'inbox.acts.group', label: 'inbox.acts.delete', keys: '#', who: 'team', does: 'changes' },
  'mark-read': { group: 'inbox.acts.group', label: 'keyboard.mark_read', keys: 'Shift+u', does: 'changes' },
  'mark-unread': { group: 'inbox.acts.group', label: 'inbox.acts.mark_unread', keys: 'u', does: 'changes' },
  merge: { group: 'inbox.acts.group', label: 'inbox.merging.merge', keys: 'm', who: 'team', does: 'changes' },
  split: { group: 'inbox.acts.group', label: 'inbox.merging.split', keys: 's', who: 'team', does: 'changes' },
  link: { group: 'inbox.acts.group', label: 'inbox.merging.link', keys: 'l', who: 'team', does: 'changes' },
  forward: { group: 'inbox.acts.group', label: 'inbox.message.forward_all', keys: 'd', does: 'changes' },
  print: { group: 'inbox.acts.group', label: 'inbox.message.print_all', keys: 'p' },
  'undo-send': { group: 'inbox.acts.group', label: 'inbox.acts.undo_send', keys: 'y', does: 'changes' },
  undo: { group: 'inbox.acts.group', label: 'keyboard.undo', keys: 'z', does: 'changes' },
  send: {
    group: 'inbox.composer.label',
    label: 'keyboard.send',
    keys: 'Ctrl+Enter',
    works: 'writing',
    does: 'changes',
  },
  'send-later': {
    group: 'inbox.composer.label',
    label: 'inbox.leaving.later',
    keys: 'Ctrl+Shift+Enter',
    works: 'writing',
    does: 'changes',
  },
  attach: { group: 'inbox.composer.label', label: 'inbox.composer.attach', does: 'changes' },
  'use-template': { group: 'inbox.composer.label', label: 'inbox.composer.templates', does: 'changes' },
  'discard-draft': { group: 'inbox.composer.label', label: 'inbox.composer.draft.discard', does: 'changes' },
  'leave-text': { group: 'inbox.composer.label', label: 'keyboard.leave_text', keys: 'Escape', in: 'help' },
  'go-inbox': { group: 'shell.go_to', label: 'shell.inbox', keys: 'g i' },
  'go-unread': { group: 'shell.go_to', label: 'views.names.unread', keys: 'g u' },
  'go-to-answer': { group: 'shell.go_to', label: 'views.names.to-answer', keys: 'g a' },
  'go-follow-up': { group: 'shell.go_to', label: 'views.names.follow-up', keys: 'g f' },
  'go-mine': { group: 'shell.go_to', label: 'views.names.mine', keys: 'g m', who: 'team' },
  'go-unassigned': { group: 'shell.go_to', label: 'views.names.unassigned', keys: 'g p', who: 'team' },
  'go-sent': { group: 'shell.go_to', label: 'views.names.sent', keys: 'g s' },
  'go-all': { group: 'shell.go_to', label: 'views.names.all', keys: 'g o' },
  'go-archived': { group: 'shell.go_to', label: 'views.names.archived', keys: 'g e' },
  'go-deleted': { group: 'shell.go_to', label: 'views.names.deleted', keys: 'g #' },
  reminders: { group: 'shell.go_to', label: 'inbox.reminder.list', keys: 'g h' },
  notices: { group: 'shell.go_to', label: 'notices.title', keys: 'g n' },
  'go-to-sort': { group: 'shell.go_to', label: 'shell.to_sort', keys: 'g t', who: 'team' },
  'go-post-office': { group: 'shell.go_to', label: 'shell.post_office', keys: 'g b', who: 'admin' },
  'go-settings': { group: 'shell.go_to', label: 'shell.settings', keys: 'g r', who: 'team' },
  account: { group: 'shell.go_to', label: 'shell.account', keys: 'g c' },
  invite: { group: 'shell.settings', label: 'settings.invite_title', keys: 'n', who: 'admin', does: 'changes' },
  'add-mailbox': { group: 'shell.settings', label: 'mailboxes.add', keys: 'n', who: 'team', does: 'changes' },
  'add-template': { group: 'shell.settings', label: 'templates.add_title', keys: 'n', does: 'changes' },
  'write-as-client': { group: 'shell.post_office', label: 'messaging.write', keys: 'n', who: 'admin', does: 'changes' },
  new: { group: 'shell.general', label: 'shell.new', keys: '+', who: 'team', does: 'changes', in: 'help' },
  'new-client': { group: 'shell.general', label: 'shell.new_client', who: 'team', does: 'changes', makes: 'new' },
  'start-conversation': {
    group: 'shell.general',
    label: 'shell.new_message',
    keys: 'c',
    who: 'team',
    does: 'changes',
    makes: 'new',
  },
  palette: { group: 'shell.general', label: 'shell.search', keys: 'Ctrl+k', works: 'anywhere', in: 'help' },
  keys: { group: 'shell.general', label: 'shell.keys', keys: '?' },
  theme: { group: 'shell.general', label: 'shell.theme' },
  'sign-out': { group: 'shell.general', label: 'shell.sign_out' },
  'leave-viewing': { group: 'shell.general', label: 'viewing.leave_action' },
} as const satisfies Record<string, Action>

export type ActionId = keyof typeof actions

/** Whether somebody's role lets them do it, wherever they are; whoever looks with another's eyes changes nothing. */
export function mayDo(workspace: OpenWorkspace, { who, does }: Pick<Action, 'who' | 'does'>): boolean {
  if (workspace.viewing && does === 'changes') return false
  if (who === undefined) return true
  return who === 'team' ? workspace.isTeam() : workspace.isAdmin()
}
