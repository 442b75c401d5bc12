import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { cleanText } from './clean-text.ts'
import type { FileStore } from './file-store.ts'
import { addressesIn } from './mail-addresses.ts'
import type { PreparedMail, StoredMail } from './prepare-mail.ts'

const mostText = 20_000

/** What can be told of a mail that cannot be read: its beginning as it came, and itself as an attachment. */
export async function prepareUnreadable(
  files: FileStore,
  workspaceId: string,
  stored: StoredMail,
): Promise<PreparedMail> {
  const { id, mailboxId, receivedAt, fileId, storageKey, envelopeFrom } = stored
  const raw = await buffer(files.read(workspaceId, storageKey))
  const [address] = addressesIn([envelopeFrom])
  return {
    id,
    mailboxId,
    receivedAt,
    source: stored.source,
    folderRole: stored.folderRole,
    isHistory: stored.isHistory,
    kind: 'message',
    automation: 'none',
    to: [],
    cc: [],
    replyTo: [],
    identityHash: createHash('sha256').update(raw).digest(),
    calendar: null,
    senderCheck: null,
    spam: null,
    from: address ? { name: '', address } : null,
    recipients: [],
    date: null,
    subject: '',
    mailId: null,
    references: [],
    reported: { text: '', attachments: [] },
    bodyText: cleanText(new TextDecoder().decode(raw.subarray(0, mostText)), mostText),
    bodyHtml: null,
    quotedText: '',
    remoteImages: 0,
    attachments: [{ fileId, contentId: null, inline: false, toInsert: null }],
    tokens: [],
  }
}
