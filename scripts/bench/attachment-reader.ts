import { makeId } from '@comptoir/rules/uuid'
import { openFileStore } from '@comptoir/server/messaging/file-store'
import { prepareMail } from '@comptoir/server/messaging/prepare-mail'

/** What the reader of one mail kept resident before, and at most while it read. */
export interface Resident {
  before: number
  most: number
}

// Reads mails as the intake does, in a process of its own: a few small ones first, then the large one.
const [folder = '', workspaceId = '', small = '', large = ''] = process.argv.slice(2)
const files = await openFileStore(folder)
for (let warm = 0; warm < 20; warm++) await read(small)
globalThis.gc?.()
const before = process.memoryUsage().rss
let most = before
const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 2)
await read(large)
clearInterval(watch)
process.send!({ before, most: Math.max(most, process.memoryUsage().rss) } satisfies Resident)

async function read(storageKey: string) {
  const sizeBytes = (await files.sizeOf(workspaceId, storageKey)) ?? 0
  const mail = await prepareMail({ files, secretKey: 'bench' }, workspaceId, {
    id: makeId(),
    mailboxId: makeId(),
    envelopeFrom: 'marc@exemple.example',
    envelopeTo: 'atelier@exemple.example',
    fileId: makeId(),
    storageKey,
    sizeBytes,
    receivedAt: '2026-03-02T09:00:00Z',
    source: 'smtp',
    folderRole: null,
    isHistory: false,
    remoteAddress: null,
    helo: null,
    senderCheck: null,
  })
  if (mail?.attachments.length !== 1) throw new Error('the attachment was not read')
}
