import { connectToImap, type ImapSurroundings } from './connect-to-imap.ts'
import type { ImapAccount, ImapProblem } from './imap-account.ts'
import { detailOf, imapProblemOf } from './imap-problem.ts'
import { listFolders, type FolderOnServer } from './list-folders.ts'

export type ImapTest = { ok: true; folders: FolderOnServer[] } | { ok: false; problem: ImapProblem; detail: string }

/** Goes as far as reading mail would, and changes nothing. */
export async function testImapAccount(account: ImapAccount, surroundings: ImapSurroundings): Promise<ImapTest> {
  const connected = await connectToImap(account, surroundings)
  if (connected.outcome === 'failed') {
    const { problem, detail } = connected
    return { ok: false, problem, detail }
  }
  const { client } = connected
  try {
    const folders = await listFolders(client)
    await client.mailboxOpen('INBOX', { readOnly: true })
    await client.logout()
    return { ok: true, folders }
  } catch (error) {
    const problem = imapProblemOf(error, account)
    const isAnswer = error instanceof Error && 'responseStatus' in error
    return { ok: false, problem: problem === 'unexpected' && isAnswer ? 'no_inbox' : problem, detail: detailOf(error) }
  } finally {
    client.close()
  }
}
