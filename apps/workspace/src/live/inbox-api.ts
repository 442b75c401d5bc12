import type { StartBulkInput } from '@comptoir/contract/bulk'
import type { StartConversationInput } from '@comptoir/contract/composer'
import type { ChangeSavedViewInput, SaveViewInput } from '@comptoir/contract/filter-inputs'
import { filterFrom, type Filter } from '@comptoir/contract/filters'
import type { About, ForwardInput } from '@comptoir/contract/forwarding'
import type { AssignInput } from '@comptoir/contract/inbox'
import type { SplitInput } from '@comptoir/contract/merging'
import type { ReminderWish } from '@comptoir/contract/reminders'
import type { PrintQuery } from '@comptoir/contract/timeline'
import type { View } from '@comptoir/contract/views'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import type { Writing } from '../inbox/composer/writing.ts'
import type { Pending } from './on-its-way.ts'

export type InboxApi = ReturnType<typeof inboxApi>

/** All that the inbox of one business asks of the server. */
export function inboxApi(slug: string) {
  const here = api.api.w[':slug']
  const one = here.inbox.conversations[':conversationId']
  const saved = here.inbox['saved-views']
  const reminder = here.inbox.reminders[':reminderId']
  const of = (conversationId: string) => ({ slug, conversationId })
  return {
    /** A view, narrowed or not, by its `listKey`. */
    list: (key: string, { after, length }: { after?: string; length?: 'long' } = {}) =>
      ask(
        here.inbox.conversations.$get({
          param: { slug },
          query: { ...queryFrom(key), after, ...(length && { length }) },
        }),
      ),
    count: (key: string) => ask(here.inbox.count.$get({ param: { slug }, query: queryFrom(key) })),
    filterChoices: () => ask(here.inbox['filter-choices'].$get({ param: { slug } })),
    savedViews: () => ask(saved.$get({ param: { slug } })),
    savedViewCounts: () => ask(saved.counts.$get({ param: { slug } })),
    saveView: (json: SaveViewInput) => ask(saved.$post({ param: { slug }, json })),
    changeSavedView: (viewId: string, json: ChangeSavedViewInput) =>
      ask(saved[':viewId'].$put({ param: { slug, viewId }, json })),
    orderSavedViews: (ids: string[], commandId: string) =>
      ask(saved.order.$put({ param: { slug }, json: { commandId, ids } })),
    removeSavedView: (viewId: string, commandId: string) =>
      ask(saved[':viewId'].remove.$post({ param: { slug, viewId }, json: { commandId } })),
    counts: () => ask(here.inbox.counts.$get({ param: { slug } })),
    open: (conversationId: string) => ask(one.$get({ param: of(conversationId) })),
    earlier: (conversationId: string, before: string) =>
      ask(one.earlier.$get({ param: of(conversationId), query: { before } })),
    conversationsOfClient: (clientId: string, after?: string) =>
      ask(here.inbox.clients[':clientId'].conversations.$get({ param: { slug, clientId }, query: { after } })),

    sendReply(
      { id: messageId, conversationId, bodyHtml, files, recipients, signature, leavesAt, baseSeq }: Pending,
      commandId: string,
      conflict: 'refuse' | 'anyway',
    ) {
      const json = {
        commandId,
        messageId,
        bodyHtml,
        fileIds: files.map((file) => file.id),
        recipients,
        signature,
        leavesAt,
        baseSeq,
        conflict,
      }
      return ask(one.replies.$post({ param: of(conversationId), json }))
    },
    addNote: ({ id: noteId, conversationId, text: body, mentions }: Pending, commandId: string) =>
      ask(one.notes.$post({ param: of(conversationId), json: { commandId, noteId, body, mentions } })),
    start: (json: StartConversationInput) => ask(here.inbox.conversations.$post({ param: { slug }, json })),
    assign: (conversationId: string, json: AssignInput) => ask(one.assignee.$put({ param: of(conversationId), json })),
    archive: (conversationId: string, commandId: string) =>
      ask(one.archive.$post({ param: of(conversationId), json: { commandId } })),
    merge: (intoId: string, mergedIds: string[], commandId: string) =>
      ask(one.merge.$post({ param: of(intoId), json: { commandId, mergedIds } })),
    undoMerging: (intoId: string, mergingIds: string[], commandId: string) =>
      ask(one['undo-merging'].$post({ param: of(intoId), json: { commandId, mergingIds } })),
    split: (conversationId: string, json: SplitInput) => ask(one.split.$post({ param: of(conversationId), json })),
    undoSplit: (partId: string, commandId: string) =>
      ask(one['undo-split'].$post({ param: of(partId), json: { commandId } })),
    link: (conversationId: string, otherId: string, commandId: string) =>
      ask(one.link.$post({ param: of(conversationId), json: { commandId, otherId } })),
    unlink: (conversationId: string, otherId: string, commandId: string) =>
      ask(one.unlink.$post({ param: of(conversationId), json: { commandId, otherId } })),
    reminders: () => ask(here.inbox.reminders.$get({ param: { slug } })),
    setReminder: (conversationId: string, wish: ReminderWish & { reminderId: string }, commandId: string) =>
      ask(one.reminders.$post({ param: of(conversationId), json: { commandId, ...wish } })),
    changeReminder: (reminderId: string, wish: ReminderWish, commandId: string) =>
      ask(reminder.$put({ param: { slug, reminderId }, json: { commandId, ...wish } })),
    endReminder: (reminderId: string, how: 'done' | 'cancel', commandId: string) =>
      ask(reminder[how].$post({ param: { slug, reminderId }, json: { commandId } })),
    undoReminder: (reminderId: string, version: number, commandId: string) =>
      ask(reminder.undo.$post({ param: { slug, reminderId }, json: { commandId, version } })),
    restore: (conversationId: string, commandId: string) =>
      ask(one.restore.$post({ param: of(conversationId), json: { commandId } })),
    startBulk: (json: StartBulkInput) => ask(here.inbox.bulk.$post({ param: { slug }, json })),
    undoBulk: (bulkId: string, commandId: string) =>
      ask(here.inbox.bulk[':bulkId'].undo.$post({ param: { slug, bulkId }, json: { commandId } })),
    reopen: (conversationId: string, commandId: string) =>
      ask(one.reopen.$post({ param: of(conversationId), json: { commandId } })),
    markRead: (conversationId: string, seq: number, commandId: string) =>
      ask(one.read.$post({ param: of(conversationId), json: { commandId, seq } })),
    markUnread: (conversationId: string, commandId: string) =>
      ask(one.unread.$post({ param: of(conversationId), json: { commandId } })),
    settle: (messageId: string, outcome: 'resend' | 'it-left', commandId: string) =>
      ask(here.inbox.messages[':messageId'].settle.$post({ param: { slug, messageId }, json: { commandId, outcome } })),

    changeLeaving: (messageId: string, leavesAt: string | null, commandId: string) =>
      ask(
        here.inbox.messages[':messageId'].leaving.$put({ param: { slug, messageId }, json: { commandId, leavesAt } }),
      ),
    takeBack: (messageId: string, commandId: string) =>
      ask(here.inbox.messages[':messageId']['take-back'].$post({ param: { slug, messageId }, json: { commandId } })),
    beginForward: (conversationId: string, about: About) =>
      ask(one.forwards.$get({ param: of(conversationId), query: about })),
    forward: (conversationId: string, json: ForwardInput) =>
      ask(one.forwards.$post({ param: of(conversationId), json })),
    blockSender: (address: string, commandId: string) =>
      ask(here.messaging['blocked-senders'].$post({ param: { slug }, json: { commandId, address } })),
    unblockSender: (address: string, commandId: string) =>
      ask(here.messaging['blocked-senders'].unblock.$post({ param: { slug }, json: { commandId, address } })),
    track: (messageId: string) =>
      ask(here.inbox.messages[':messageId'].deliveries.$get({ param: { slug, messageId } })),

    /** Survives the page: a tab that is closed still sends it. */
    async saveDraft(
      conversationId: string,
      { kind, bodyHtml, files, recipients, signature, baseSeq }: Writing,
      version: number,
    ) {
      const json = { kind, bodyHtml, fileIds: files.map((file) => file.id), recipients, signature, baseSeq, version }
      // Browsers refuse to keep more than 64 KiB alive.
      const keepalive = bodyHtml.length < 15_000
      const { draft } = await ask(one.draft.$put({ param: of(conversationId), json }, { init: { keepalive } }))
      return draft
    },
    discardDraft: (conversationId: string) => ask(one.draft.$delete({ param: of(conversationId) })),

    search: (words: string, after?: string) =>
      ask(here.inbox.search.$get({ param: { slug }, query: { words, after } })),
    findClients: (words: string) => ask(here.clients.$get({ param: { slug }, query: { words } })),

    fileAddress: (fileId: string) => `/api/w/${slug}/files/${fileId}`,
    uploadAddress: (name: string) => `/api/w/${slug}/files?name=${encodeURIComponent(name)}`,
    original: (messageId: string) =>
      ask(here.inbox.messages[':messageId'].original.$get({ param: { slug, messageId } })),
    sourceAddress: (messageId: string) => `/api/w/${slug}/inbox/messages/${messageId}/source`,
    /** A page to be printed: one message or all of a conversation, with what is said inside or without. */
    printAddress: (conversationId: string, { messageId, inside }: PrintQuery) => {
      const query = new URLSearchParams({ inside, ...(messageId && { messageId }) })
      return `/api/w/${slug}/inbox/conversations/${conversationId}/print?${query}`
    },
    bodyAddress: (messageId: string, images: 'blocked' | 'shown') =>
      `/api/w/${slug}/inbox/messages/${messageId}/body${images === 'shown' ? '?images=shown' : ''}`,
  }
}

/** What a `listKey` says, as it is asked. */
function queryFrom(key: string): { view: View } & Filter {
  const [view, query] = key.split('?')
  return { ...filterFrom(Object.fromEntries(new URLSearchParams(query))), view: view as View }
}
