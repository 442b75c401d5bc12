import { readWorkspace, type Tx } from '@comptoir/db/db'
import type { PrintQuery } from '@comptoir/contract/timeline'
import { clientView } from '../../clients/client-view.ts'
import type { Staff } from '../../identity/actor.ts'
import { showInlineImages } from '../../messaging/inline-images.ts'
import { showRemoteImages } from '../../messaging/sanitize-mail-html.ts'
import { Refusal } from '../../refusal.ts'
import type { Server } from '../../server.ts'
import { staffNamesOf } from '../../settings/workspace-view.ts'
import { conversationsOf } from '../conversations.ts'
import { inlineImages } from '../inline-images-of.ts'
import { messagesToShow } from '../message-view.ts'
import { entriesOf, notesToShow } from '../timeline.ts'
import { printPage, type PrintedItem } from './print-page.ts'
import { printedEntries } from './printed-entries.ts'

export interface PrintedPage {
  html: string
  /** Whether images elsewhere may be fetched for it. */
  images: 'shown' | 'blocked'
}

/** No printer has that much paper. */
const mostItems = 1000

/**
 * A conversation with what happened in it, or one message of it, as a page to be printed. What is said among the team
 * or with somebody outside is only in it when it is asked for.
 */
export async function printConversation(
  { db, files }: Pick<Server, 'db' | 'files'>,
  staff: Staff,
  conversationId: string,
  { messageId, inside }: PrintQuery,
): Promise<PrintedPage> {
  const { workspaceId, locale } = staff
  const found = await readWorkspace(db, workspaceId, async (tx) => {
    const conversation = await conversationsOf(tx, staff)
      .where('conversation.id', '=', conversationId)
      .select(['conversation.subject', 'conversation.clientId', 'conversation.createdAt', 'conversation.lastAt'])
      .executeTakeFirst()
    if (!conversation) throw new Refusal('not_found', 'errors.conversation_missing')
    const [client, workspace, messages, notes, entries, people, pictures] = await Promise.all([
      clientView(tx, workspaceId, conversation.clientId),
      tx.selectFrom('workspace').select(['name', 'timeZone']).executeTakeFirstOrThrow(),
      messagesToShow(tx, workspaceId)
        .where('message.conversationId', '=', conversationId)
        .$if(messageId !== undefined, (query) => query.where('message.id', '=', messageId!))
        .$if(messageId === undefined && inside === 'hidden', (query) => query.where('message.party', '=', 'client'))
        .orderBy('message.seq')
        .limit(mostItems)
        .execute(),
      inside === 'shown' && messageId === undefined
        ? notesToShow(tx, workspaceId).where('conversationId', '=', conversationId).limit(mostItems).execute()
        : [],
      messageId === undefined ? entriesOf(tx, workspaceId, conversationId) : [],
      staffNamesOf(tx, workspaceId),
      picturesIn(tx, workspaceId, conversationId, messageId),
    ])
    if (messageId !== undefined && messages.length === 0) throw new Refusal('not_found', 'errors.message_missing')
    return { conversation, client: client!, workspace, messages, notes, entries, people, pictures }
  })
  const { conversation, client, workspace, messages, notes, entries } = found
  const nameOf = (userId: string | null) => found.people.find((one) => one.userId === userId)?.name ?? ''
  const drawn = await inlineImages(files, workspaceId, found.pictures)
  const show = (html: string) =>
    showInlineImages(client.images === 'shown' ? showRemoteImages(html) : html, (id) => drawn.get(id) ?? 'data:,')
  const items: (PrintedItem & { seq: number })[] = [
    ...messages.map(({ bodyHtml, bodyText, quotedText, ...message }) => ({
      ...message,
      is: 'message' as const,
      html: bodyHtml === null ? null : show(bodyHtml),
      text: [bodyText, quotedText].filter(Boolean).join('\n'),
      quoted: message.direction === 'out' && message.incomingMailId === null ? quotedText : '',
    })),
    ...notes.map((note) => ({ ...note, is: 'note' as const, text: note.bodyText })),
    ...printedEntries(entries, inside, { locale, timeZone: workspace.timeZone, nameOf }),
  ]
  const html = printPage(locale, workspace.timeZone, {
    business: workspace.name,
    subject: conversation.subject,
    client,
    from: conversation.createdAt,
    until: conversation.lastAt,
    items: items.sort((a, b) => (a.at === b.at ? a.seq - b.seq : a.at < b.at ? -1 : 1)),
  })
  return { html, images: client.images === 'shown' ? 'shown' : 'blocked' }
}

function picturesIn(tx: Tx, workspaceId: string, conversationId: string, messageId: string | undefined) {
  return tx
    .selectFrom('message as m')
    .innerJoin('attachment as a', (join) =>
      join.onRef('a.workspaceId', '=', 'm.workspaceId').onRef('a.messageId', '=', 'm.id'),
    )
    .innerJoin('file as f', (join) => join.onRef('f.workspaceId', '=', 'a.workspaceId').onRef('f.id', '=', 'a.fileId'))
    .where('m.workspaceId', '=', workspaceId)
    .where('m.conversationId', '=', conversationId)
    .$if(messageId !== undefined, (query) => query.where('m.id', '=', messageId!))
    .where('a.contentId', 'is not', null)
    .select(['f.id', 'f.storageKey', 'f.mediaType', 'f.sizeBytes'])
    .orderBy('m.seq')
    .limit(mostItems)
    .execute()
}
