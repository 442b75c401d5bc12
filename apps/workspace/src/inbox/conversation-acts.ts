import { unwrap } from 'solid-js/store'
import type { ConversationRow } from '@comptoir/contract/inbox'
import type { View } from '@comptoir/contract/views'
import { makeId } from '@comptoir/rules/uuid'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { useLanguage } from '../app/create-language.ts'
import { useShowRefusal } from '../app/show-refusal.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import type { LiveInbox } from '../live/live-inbox.ts'
import { sendCommand } from '../live/send-command.ts'
import { createBulkActs } from './create-bulk-acts.ts'

export type ConversationActs = ReturnType<typeof createConversationActs>

/** What can be done with a conversation from anywhere in the inbox; each says what it did, with the way back. */
export function createConversationActs(parts: {
  live: LiveInbox
  view: () => View
  /** The list one looks at, by its key. */
  list: () => string
  selectedId: () => string | undefined
  /** Opens a conversation, or the list. */
  go: (conversationId: string | null) => void
}) {
  const { live, go } = parts
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const showRefusal = useShowRefusal()
  const bulk = createBulkActs(live)
  /** Put back among the unread by hand: being in sight no longer counts as read. */
  const keptUnread = new Set<string>()

  async function run(work: Promise<unknown>, done?: () => void) {
    try {
      await work
      done?.()
    } catch (error) {
      showRefusal(error)
    }
  }

  function say(text: string, undo: () => void) {
    void showToast({ text, tone: 'success', action: { label: t('inbox.acts.undo'), onClick: undo } })
  }

  /** The one below in the list, or above the last. */
  function neighbourOf(conversationId: string) {
    const rows: ConversationRow[] = live.lists.peek(parts.list())?.rows ?? []
    const at = rows.findIndex((row) => row.id === conversationId)
    return at < 0 ? null : ((rows[at + 1] ?? rows[at - 1])?.id ?? null)
  }

  /** Resolves once it is archived, or was refused. */
  function archive(conversationId: string): Promise<void> {
    const wasOpen = parts.selectedId() === conversationId
    return putAway(conversationId, () => say(t('inbox.acts.archived'), () => reopenAndShow(conversationId, wasOpen)))
  }

  /** Off the screen at once; a phone, which shows one thing at a time, is back at its list. */
  function putAway(conversationId: string, done?: () => void): Promise<void> {
    const next = matchMedia('(min-width: 768px)').matches ? neighbourOf(conversationId) : null
    const archiving = run(
      sendCommand((commandId) => live.api.archive(conversationId, commandId)),
      done,
    )
    if (parts.selectedId() === conversationId && parts.view() !== 'archived') go(next)
    return archiving
  }

  function reopenAndShow(conversationId: string, show: boolean) {
    void run(sendCommand((commandId) => live.api.reopen(conversationId, commandId)))
    if (show) go(conversationId)
  }

  /** Into the bin, from where it comes back as it was. */
  function remove(conversationId: string) {
    const wasOpen = parts.selectedId() === conversationId
    const next = matchMedia('(min-width: 768px)').matches ? neighbourOf(conversationId) : null
    void bulk.run({ is: 'delete' }, { is: 'these', ids: [conversationId] }, () => wasOpen && go(conversationId))
    if (wasOpen && parts.view() !== 'deleted') go(next)
  }

  function restore(conversationId: string): Promise<void> {
    return run(
      sendCommand((commandId) => live.api.restore(conversationId, commandId)),
      () => say(t('inbox.acts.restored'), () => remove(conversationId)),
    )
  }

  /** A note that went with it stays when it is undone: somebody may have read it. */
  function assign(conversationId: string, assigneeId: string | null, body?: string) {
    const before = unwrap(live.opened.peek(conversationId))?.conversation.assigneeId ?? null
    if (before === assigneeId && !body) return
    const note = body ? { note: { noteId: makeId(), body } } : {}
    void run(
      sendCommand((commandId) => live.api.assign(conversationId, { commandId, assigneeId, ...note })),
      () => say(sentenceOf(assigneeId), () => assign(conversationId, before)),
    )
  }

  function sentenceOf(assigneeId: string | null) {
    if (assigneeId === null) return t('inbox.acts.released')
    if (assigneeId === workspace.me().userId) return t('inbox.acts.taken')
    return t('inbox.acts.assigned', { name: workspace.memberName(assigneeId) })
  }

  /** Whoever is blocked is done with: their conversation is put away too, and both come back together. */
  function block(conversationId: string, address: string) {
    const wasOpen = unwrap(live.opened.peek(conversationId))?.conversation.state === 'open'
    void run(
      sendCommand((commandId) => live.api.blockSender(address, commandId)),
      () => {
        say(t('inbox.acts.blocked', { address }), () => unblock(conversationId, address, wasOpen))
        if (wasOpen) void putAway(conversationId)
      },
    )
  }

  function unblock(conversationId: string, address: string, wasOpen: boolean) {
    void run(sendCommand((commandId) => live.api.unblockSender(address, commandId)))
    if (wasOpen) reopenAndShow(conversationId, true)
  }

  /** Answers whether it is out of the bin, for what is to be sent in it. */
  async function restoreFirst(conversationId: string) {
    try {
      await sendCommand((commandId) => live.api.restore(conversationId, commandId))
      return true
    } catch (error) {
      showRefusal(error)
      return false
    }
  }

  return {
    archive,
    restoreFirst,
    block,
    remove,
    restore,
    many: bulk.run,
    reopen: (conversationId: string) =>
      run(
        sendCommand((commandId) => live.api.reopen(conversationId, commandId)),
        () => say(t('inbox.acts.reopened'), () => void archive(conversationId)),
      ),
    assign,
    markUnread(conversationId: string) {
      keptUnread.add(conversationId)
      void run(sendCommand((commandId) => live.api.markUnread(conversationId, commandId)))
      if (parts.selectedId() === conversationId) go(null)
    },
    /** Whether a conversation in sight may be marked read. */
    mayRead: (conversationId: string) => !keptUnread.has(conversationId),
    markRead: (conversationId: string, seq: number) =>
      void run(sendCommand((commandId) => live.api.markRead(conversationId, seq, commandId))),
    /** It was opened again: from now on, seen is read. */
    reopenedByReader: (conversationId: string) => void keptUnread.delete(conversationId),
    /** Has a message that waits leave at another time, or now. */
    changeLeaving: (messageId: string, leavesAt: string | null) =>
      run(sendCommand((commandId) => live.api.changeLeaving(messageId, leavesAt, commandId))),
    /** What to do with a message that failed, or whose outcome is unknown. */
    settle: (messageId: string, outcome: 'resend' | 'it-left') =>
      run(sendCommand((commandId) => live.api.settle(messageId, outcome, commandId))),
  }
}
