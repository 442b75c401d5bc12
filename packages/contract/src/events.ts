import type { Answers } from './addressees.ts'
import type { Instant } from './base.ts'
import type { BulkChange, BulkView } from './bulk.ts'
import type { ClientSetup } from './client-fields.ts'
import type { ClientView, TagView } from './clients.ts'
import type { SavedView } from './filters.ts'
import type { FormView } from './forms.ts'
import type { Absence, InvitationView, MemberView } from './identity.ts'
import type { DraftView } from './composer.ts'
import type { ConversationRow } from './inbox.ts'
import type { EntryItem, Leaving, MessageItem, NoteItem } from './timeline.ts'
import type { MailboxView } from './mailboxes.ts'
import type { NoticeSettings, NoticeView } from './notices.ts'
import type { BlockedSender, MailToSort, Receipt } from './messaging.ts'
import type { LoggedEvent } from './realtime.ts'
import type { ReminderView } from './reminders.ts'
import type { WorkspaceView } from './settings.ts'
import type { LetterPlace, UnsentLetter } from './unsent-letters.ts'
import type { PrescribedSignature } from './signatures.ts'
import type { SigningKey } from './signing.ts'
import type { TemplateView } from './templates.ts'

/** Something was said or happened in a conversation: its row, and what each person has unread of it (others: 0). */
interface RowFact {
  conversation: ConversationRow
  unread: Record<string, number>
}

/** Where a reply goes from now on, and from which address. */
interface WhereTo {
  recipient: string | null
  mailboxAddress: string | null
  /** The one member it is of; from whom else another address writes. */
  mailboxOwnerId: string | null
  answers: Answers
}

/** What each fact carries: absolute values, and whole rows. */
export interface StaffFacts {
  'identity.member_joined': { member: MemberView }
  'identity.member_changed': { member: MemberView }
  /** Who is away, until when, and who looks after what is theirs; null once nobody is. */
  'identity.absence_changed': { userId: string; absence: Absence | null }
  'identity.invitation_made': { invitation: InvitationView }
  'identity.invitation_withdrawn': { invitationId: string }
  'settings.workspace_changed': { workspace: WorkspaceView }
  /** For the owner alone: a backup of this instant left. */
  'settings.backed_up': { backedUpAt: Instant }
  'clients.client_added': { client: ClientView }
  'clients.client_changed': { client: ClientView }
  /** Many clients got a tag, or lost it again. */
  'clients.clients_tagged': { clientIds: string[]; tag: TagView; became: 'tagged' | 'untagged' }
  /** The fields and categories of the business, all of them as they now are. */
  'clients.setup_changed': ClientSetup
  /** A tag is called otherwise, or was removed and is there again. */
  'clients.tag_changed': { tag: TagView; became: 'changed' | 'put_back' }
  'clients.tag_removed': { tagId: string }
  'messaging.mailbox_added': { mailbox: MailboxView }
  'messaging.mailbox_changed': { mailbox: MailboxView }
  'messaging.mailbox_removed': { mailboxId: string }
  /** For one person alone: what their own mails end with. */
  'messaging.own_signature_changed': { html: string }
  /** What a mailbox of the team prescribes to all who write from it; empty: nothing. */
  'messaging.mailbox_signature_changed': PrescribedSignature
  'messaging.mail_set_to_sort': { mail: MailToSort }
  'messaging.mail_sorted': { mailId: string }
  'messaging.sender_blocked': { sender: BlockedSender }
  'messaging.sender_unblocked': { address: string }
  'messaging.dkim_changed': { key: SigningKey }
  'messaging.dkim_removed': { domain: string }
  'forms.form_changed': { form: FormView }
  /** A text is kept to be written again, or changed. The team's are for all the staff to hear, one's own for oneself. */
  'templates.template_saved': { template: TemplateView }
  'templates.template_removed': { templateId: string }
  'templates.template_used': { templateId: string; useCount: number; lastUsedAt: Instant }
  'inbox.message_received': RowFact & { message: MessageItem } & WhereTo
  'inbox.message_sent': RowFact & { message: MessageItem } & WhereTo
  /** A message of ours that had not left yet is a draft again. */
  'inbox.sending_taken_back': RowFact & { messageId: string } & WhereTo
  /** A conversation had only begun, and what was in it was taken back: it is gone. */
  'inbox.conversation_withdrawn': { conversationId: string }
  /** A message of ours that waits leaves at another time. */
  'inbox.leaving_changed': { conversation: ConversationRow; messageId: string; leaving: Leaving }
  /** The same message came to another mailbox too. */
  'inbox.message_also_came': { conversationId: string; messageId: string; alsoIn: string[] }
  'inbox.note_added': RowFact & { note: NoteItem }
  'inbox.receipt_changed': { conversation: ConversationRow; messageId: string; receipt: Receipt }
  /** A message of ours failed, may not have left, or was called spam; `tells` are those for whom it is unread now. */
  'inbox.trouble_told': RowFact & {
    entry: EntryItem | null
    trouble: 'bounced' | 'gave_up' | 'unknown' | 'complained'
    messageId: string
    recipient: string
    tells: string[]
  }
  /** A reminder was set, moved, done with or called off. */
  'inbox.reminder_changed': RowFact & { reminder: ReminderView; entry: EntryItem }
  /** A reminder fell due; `tells` are those for whom its conversation is unread now. */
  'inbox.reminder_due': RowFact & { reminder: ReminderView; entry: EntryItem; tells: string[] }
  'inbox.conversation_assigned': RowFact & { entry: EntryItem }
  'inbox.conversation_archived': RowFact & { entry: EntryItem }
  'inbox.conversation_reopened': RowFact & { entry: EntryItem }
  'inbox.conversation_deleted': RowFact & { entry: EntryItem }
  'inbox.conversation_restored': RowFact & { entry: EntryItem }
  /** What is in it came from others, which are gone, or went to others: whoever has it open reads it anew. */
  'inbox.conversation_rearranged': RowFact & { goneIds: string[] }
  /** Another that belongs with it was named, or no longer does. */
  'inbox.links_changed': { conversationId: string }
  /** What somebody has read, or put back: theirs alone to hear, unless they are the one who answers for it. */
  'inbox.conversation_read': RowFact
  'inbox.conversation_marked_unread': RowFact
  /** The same became of many: up to five hundred, named by their ids. */
  'inbox.conversations_changed': { conversationIds: string[]; change: BulkChange }
  /** For whoever asked for it. */
  'inbox.bulk_moved': { bulk: BulkView }
  /** For one person alone: something they must know. One with the same id is the same, and stands anew. */
  'inbox.notice_given': { notice: NoticeView }
  /** They have seen these, on whatever screen. */
  'inbox.notices_seen': { noticeIds: string[]; seenAt: Instant }
  /** A filter is kept under a name, or changed. The team's are for the team to hear, one's own for oneself. */
  'inbox.view_saved': { view: SavedView }
  'inbox.saved_view_removed': { viewId: string }
  'inbox.saved_views_ordered': { viewIds: string[] }
  'inbox.notice_settings_changed': { settings: NoticeSettings }
  'inbox.draft_saved': { draft: DraftView }
  'inbox.draft_discarded': { conversationId: string; version: number }
  /** For one person alone: what they are writing in a dialog. */
  'inbox.letter_saved': { letter: UnsentLetter }
  'inbox.letter_discarded': LetterPlace & { version: number }
  'access.granted': RowFact
  'access.revoked': { conversationIds: string[] }
  /** Rights changed as a whole: start again. */
  resync: Record<string, never>
}

export type StaffEvent = { [Name in keyof StaffFacts]: LoggedEvent<Name, StaffFacts[Name]> }[keyof StaffFacts]

/** What a client hears in the portal; built by views of its own. */
export interface ClientFacts {
  'portal.message_sent': { messageId: string; conversationId: string; text: string; authorName: string; at: string }
  'portal.message_received': { messageId: string; conversationId: string; text: string; at: string }
}

export type ClientEvent = { [Name in keyof ClientFacts]: LoggedEvent<Name, ClientFacts[Name]> }[keyof ClientFacts]
