import { unwrap } from 'solid-js/store'
import type { View } from '@comptoir/contract/views'
import { makeId } from '@comptoir/rules/uuid'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { useLanguage } from '../app/create-language.ts'
import { useShowRefusal } from '../app/show-refusal.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import type { LiveInbox } from '../live/live-inbox.ts'
import type { OwnAct } from '../live/own-act.ts'
import { sendCommand } from '../live/send-command.ts'
import { createBulkActs } from './create-bulk-acts.ts'

/** What one did, by its id in the outbox, and what to say where it is done later. */
interface How {
  id: string
  later: string
}

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

  /** Does it, now or when there is a network, and tells which. What is refused is told by whoever hears of it. */
  async function act(conversationId: string, what: OwnAct, done?: (how: How) => void) {
    const { id, told } = live.outbox.acts.do(conversationId, rowOf(conversationId)?.clientName ?? '', what)
    try {
      const later = (await told) === 'waiting' ? ` ${t('shell.when_back')}` : ''
      done?.({ id, later })
    } catch {
      // As said above.
    }
  }

  function rowOf(conversationId: string) {
    const opened = unwrap(live.opened.peek(conversationId))?.conversation
    const row = opened ?? unwrap(live.lists.peek(parts.list()))?.rows.find((one) => one.id === conversationId)
    return row && live.asDone.row(row)
  }

  function say(text: string, undo: () => void) {
    void showToast({ text, tone: 'success', action: { label: t('inbox.acts.undo'), onClick: undo } })
  }

  /** The one below in the list, or above the last. */
  function neighbourOf(conversationId: string) {
    const list = live.lists.peek(parts.list())
    const rows = list ? live.asDone.rows(list) : []
    const at = rows.findIndex((row) => row.id === conversationId)
    return at < 0 ? null : ((rows[at + 1] ?? rows[at - 1])?.id ?? null)
  }

  /** Resolves once it is archived, or will be, or was refused. */
  function archive(conversationId: string): Promise<void> {
    const wasOpen = parts.selectedId() === conversationId
    return putAway(conversationId, ({ id, later }) =>
      say(t('inbox.acts.archived') + later, () => {
        if (!live.outbox.acts.forgo(id)) void act(conversationId, { is: 'reopen' })
        if (wasOpen) go(conversationId)
      }),
    )
  }

  /** Off the screen at once; a phone, which shows one thing at a time, is back at its list. */
  function putAway(conversationId: string, done?: (how: How) => void): Promise<void> {
    const next = matchMedia('(min-width: 768px)').matches ? neighbourOf(conversationId) : null
    const archiving = act(conversationId, { is: 'archive' }, done)
    if (parts.selectedId() === conversationId && parts.view() !== 'archived') go(next)
    return archiving
  }

  /** Into the bin, from where it comes back as it was. */
  function remove(conversationId: string) {
    const wasOpen = parts.selectedId() === conversationId
    const next = matchMedia('(min-width: 768px)').matches ? neighbourOf(conversationId) : null
    void bulk.run({ is: 'delete' }, { is: 'these', ids: [conversationId] }, () => wasOpen && go(conversationId))
    if (wasOpen && parts.view() !== 'deleted') go(next)
  }

  function restore(conversationId: string): Promise<void> {
    return act(conversationId, { is: 'restore' }, ({ id, later }) =>
      say(t('inbox.acts.restored') + later, () => live.outbox.acts.forgo(id) || remove(conversationId)),
    )
  }

  /** A note that went with it stays when it is undone: somebody may have read it. */
  function assign(conversationId: string, assigneeId: string | null, body?: string) {
    const before = rowOf(conversationId)?.assigneeId ?? null
    if (before === assigneeId && !body) return
    const note = body ? { note: { noteId: makeId(), body } } : {}
    void act(conversationId, { is: 'assign', assigneeId, ...note }, ({ id, later }) =>
      say(sentenceOf(assigneeId) + later, () => live.outbox.acts.forgo(id) || assign(conversationId, before)),
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
    if (!wasOpen) return
    void act(conversationId, { is: 'reopen' })
    go(conversationId)
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
      act(conversationId, { is: 'reopen' }, ({ id, later }) =>
        say(t('inbox.acts.reopened') + later, () => {
          if (!live.outbox.acts.forgo(id)) void archive(conversationId)
        }),
      ),
    assign,
    markUnread(conversationId: string) {
      keptUnread.add(conversationId)
      void act(conversationId, { is: 'unread' })
      if (parts.selectedId() === conversationId) go(null)
    },
    /** Whether a conversation in sight may be marked read. */
    mayRead: (conversationId: string) => !keptUnread.has(conversationId),
    markRead: (conversationId: string, seq: number) => void act(conversationId, { is: 'read', seq }),
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
