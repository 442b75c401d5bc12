import { Readable } from 'node:stream'
import { inWorkspace } from '@comptoir/db/db'
import { FileTooLarge } from '../file-store.ts'
import { insertIncoming } from '../insert-incoming.ts'
import type { IntakeParts } from '../start-intake.ts'
import type { Intake } from '../intake.ts'
import { maxMailBytes } from '../store-mail.ts'
import { mailboxForFile, type MailboxForFile } from './mailbox-for-file.ts'
import { mailsIn, type FoundMail } from './mails-in.ts'
import { outcomesOf, type ImportedMail } from './outcomes-of.ts'

type Parts = Pick<IntakeParts, 'live' | 'files'> & { intake: Intake }

/** What was handed to the intake: the row of the mail, and whether it was there before. */
export interface HandedMail {
  file: string
  incomingId: string
  wasKnown: 'known' | 'new'
}

const mostAtOnce = 100

/** Passes mails found in files through the intake, and tells what became of each, in their order. */
export async function* importMails(
  parts: Parts,
  workspaceId: string,
  paths: string[],
  tooLarge: (file: string) => void,
): AsyncGenerator<ImportedMail> {
  const mailboxes = await mailboxForFile(parts.live.db, workspaceId)
  let handed: HandedMail[] = []
  for (const path of paths) {
    for await (const found of mailsIn(path)) {
      const mail = await hand(parts, workspaceId, mailboxes, found)
      if (mail) handed.push(mail)
      else tooLarge(found.file)
      if (handed.length < mostAtOnce) continue
      yield* await settled(parts, workspaceId, handed)
      handed = []
    }
  }
  yield* await settled(parts, workspaceId, handed)
}

async function hand(
  { live, files }: Parts,
  workspaceId: string,
  mailboxes: MailboxForFile,
  { file, bytes }: FoundMail,
): Promise<HandedMail | null> {
  const stored = await files
    .write(workspaceId, Readable.from(bytes, { objectMode: false }), { maxBytes: maxMailBytes })
    .catch((error: unknown) => {
      if (error instanceof FileTooLarge) return null
      throw error
    })
  if (!stored) return null
  const mailbox = await mailboxes.of(files.read(workspaceId, stored.key))
  const mail = { envelopeFrom: mailbox.envelopeFrom, stored, mailboxes: [mailbox], source: 'import' } as const
  const wasKnown = await inWorkspace(live.db, workspaceId, (tx) => insertIncoming(tx, workspaceId, mail))
  if (wasKnown === 'known') await files.remove(workspaceId, stored.key)
  const { id } = await inWorkspace(live.db, workspaceId, (tx) =>
    tx
      .selectFrom('incomingMail')
      .select('id')
      .where('workspaceId', '=', workspaceId)
      .where('mailboxId', '=', mailbox.mailboxId)
      .where('contentHash', '=', Buffer.from(stored.sha256, 'hex'))
      .executeTakeFirstOrThrow(),
  )
  return { file, incomingId: id, wasKnown }
}

async function settled(parts: Parts, workspaceId: string, handed: HandedMail[]): Promise<ImportedMail[]> {
  if (handed.length === 0) return []
  parts.intake.wake()
  await parts.intake.idle()
  return outcomesOf(parts, workspaceId, handed)
}
