import { readWorkspace, type Db } from '@comptoir/db/db'
import type { Staff } from '../identity/actor.ts'
import { foldHtml } from '../messaging/fold-quote.ts'
import { showInlineImages } from '../messaging/inline-images.ts'
import { showRemoteImages } from '../messaging/sanitize-mail-html.ts'
import { Refusal } from '../refusal.ts'
import type { Server } from '../server.ts'
import { inlineImages, type InlineImage } from './inline-images-of.ts'
import { mailPage } from './mail-page.ts'
import { messagesOf } from './messages.ts'

export interface BodyPage {
  html: string
  /** The policy it must be served under. */
  policy: string
}

/** The HTML of a client's mail as a page of its own, in which nothing can run and nothing is fetched unasked. */
export async function messageBody(
  { db, files }: Pick<Server, 'db' | 'files'>,
  staff: Staff,
  messageId: string,
  images: 'shown' | 'blocked',
): Promise<BodyPage> {
  const { bodyHtml, inside } = await bodyOf(db, staff, messageId)
  const pictures = await inlineImages(files, staff.workspaceId, inside)
  const { visible, quoted } = foldHtml(bodyHtml)
  const show = (html: string) =>
    showInlineImages(images === 'shown' ? showRemoteImages(html) : html, (fileId) => pictures.get(fileId) ?? 'data:,')
  return {
    html: mailPage(staff.locale, { visible: show(visible), quoted: show(quoted) }),
    policy: images === 'shown' ? `${policy} https:; upgrade-insecure-requests` : policy,
  }
}

// The images inside the mail stand in the page itself: a sandboxed page carries no session to fetch them with.
const policy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; img-src data:"

function bodyOf(db: Db, staff: Staff, messageId: string): Promise<{ bodyHtml: string; inside: InlineImage[] }> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const message = await messagesOf(tx, staff)
      .where('message.id', '=', messageId)
      .select('message.bodyHtml')
      .executeTakeFirst()
    if (!message || message.bodyHtml === null) throw new Refusal('not_found', 'errors.message_missing')
    const inside = await tx
      .selectFrom('attachment as a')
      .innerJoin('file as f', (join) =>
        join.onRef('f.workspaceId', '=', 'a.workspaceId').onRef('f.id', '=', 'a.fileId'),
      )
      .select(['f.id', 'f.storageKey', 'f.mediaType', 'f.sizeBytes'])
      .where('a.workspaceId', '=', staff.workspaceId)
      .where('a.messageId', '=', messageId)
      .where('a.contentId', 'is not', null)
      .orderBy('a.position')
      .execute()
    return { bodyHtml: message.bodyHtml, inside }
  })
}
