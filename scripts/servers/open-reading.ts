import { onTestFinished } from 'vitest'
import type { ListPage } from '@comptoir/contract/inbox'
import { inWorkspace } from '@comptoir/db/db'
import { startFetching } from '@comptoir/server/messaging/imap/start-fetching'
import { sealPassword } from '@comptoir/server/messaging/login-of'
import { asOwner } from '@comptoir/server/testing/as-owner'
import { asPerson } from '@comptoir/server/testing/as-person'
import { openTestServer } from '@comptoir/server/testing/open-test-server'
import { seed } from '@comptoir/server/testing/people'
import type { ImapFolders } from './imap-folders.ts'
import { startDovecot, type Dovecot } from './start-dovecot.ts'

export const imapUser = 'bonjour@atelier.test'
export const imapPassword = 'la bonne'

export type Reading = Awaited<ReturnType<typeof openReading>>

/** Sophie's business, whose mailbox is read from a Dovecot. */
export async function openReading(given: { dovecot?: Dovecot; fill?: (folders: ImapFolders) => void } = {}) {
  const dovecot = given.dovecot ?? (await startDovecot({ [imapUser]: imapPassword }))
  if (!given.dovecot) onTestFinished(dovecot.remove)
  const folders = dovecot.foldersOf(imapUser)
  given.fill?.(folders)
  const test = await openTestServer({ config: { allowPrivateHosts: true }, lives: 'test' })
  const shop = await seed(test, { people: { sophie: 'owner' } })
  const { workspaceId, mailbox } = shop
  const { sophie } = shop.people
  const { server } = test

  /** As an admin would, through the screens. */
  async function connect(account: { port?: number; password?: string; historySince?: string | null } = {}) {
    const { port = dovecot.port, password = imapPassword, historySince = null } = account
    await asOwner(
      test,
      `update mailbox set imap_host = '127.0.0.1', imap_port = $2, imap_security = 'none', imap_username = $3,
         imap_password = $4, history_since = $5
       where workspace_id = $1`,
      [workspaceId, port, imapUser, sealPassword(password, server.secretKey), historySince],
    )
    server.fetching.wake()
  }

  const rows = <T>(read: (tx: Parameters<Parameters<typeof inWorkspace>[2]>[0]) => Promise<T>) =>
    inWorkspace(server.db, workspaceId, read)

  return {
    ...shop,
    test,
    onEnd: (end: () => Promise<void>) => onTestFinished(end),
    server,
    sophie,
    dovecot,
    folders,
    connect,
    mailboxId: mailbox.id,
    mailbox: () => rows((tx) => tx.selectFrom('mailbox').selectAll().executeTakeFirstOrThrow()),
    folderRows: () => rows((tx) => tx.selectFrom('mailboxFolder').selectAll().orderBy('path').execute()),
    incoming: () =>
      rows((tx) => tx.selectFrom('incomingMail').selectAll().orderBy('receivedAt').orderBy('id').execute()),
    fetched: () => rows((tx) => tx.selectFrom('fetchedMail').selectAll().execute()),
    countFetched: () =>
      rows(async (tx) => {
        const count = tx.fn.countAll<number>().as('count')
        return (await tx.selectFrom('fetchedMail').select(count).executeTakeFirst())?.count ?? 0
      }),
    countNews: () =>
      rows(async (tx) => {
        const count = tx.fn.countAll<number>().as('count')
        const row = await tx.selectFrom('incomingMail').select(count).where('isHistory', '=', false).executeTakeFirst()
        return row?.count ?? 0
      }),
    inbox: async () => (await asPerson(sophie).get<ListPage>('/inbox/conversations')).body.rows,
  }
}

/** The fetching of another node, over the same database. */
export function startBeside({ server, onEnd }: Pick<Reading, 'server' | 'onEnd'>) {
  const { config, secretKey, log, live, files, intake, accessTokens } = server
  const second = startFetching({ config, secretKey, log, live, files, intake, tokenOf: accessTokens.of })
  onEnd(second.stop)
  return second
}

export interface LetterToShop {
  from?: string
  to?: string
  subject: string
  text?: string
  id?: string
  at?: Date
  /** The Message-ID of what it answers. */
  answers?: string
}

/** A mail as it lies in a mailbox. */
export function letter({
  from = 'Marc <marc@exemple.example>',
  to = imapUser,
  subject,
  text = 'Bonjour',
  id,
  at = new Date(),
  answers,
}: LetterToShop) {
  return [
    'Return-Path: <marc@exemple.example>',
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${id ?? `${subject.replaceAll(/[^a-z0-9]/gi, '-')}@exemple.example`}>`,
    `Date: ${at.toUTCString()}`,
    ...(answers ? [`In-Reply-To: <${answers}>`, `References: <${answers}>`] : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text,
    '',
  ].join('\r\n')
}

const day = 86_400_000
export const ago = (days: number) => new Date(Date.now() - days * day)

/** So many mails of a year, each an hour after the one before, a hundred people writing in turn; others follow them. */
export function* oldLetters(count: number, after = 0): Generator<{ mail: string; at: Date }> {
  for (let number = after; number < after + count; number++) {
    const at = new Date(Date.now() - (after + count - number) * 3_600_000)
    const from = `Client ${number % 100} <client${number % 100}@exemple.example>`
    yield { mail: letter({ from, subject: `Ancien ${number}`, text: `Lettre ${number}. `.repeat(60), at }), at }
  }
}
