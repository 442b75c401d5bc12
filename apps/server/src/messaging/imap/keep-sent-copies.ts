import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { inWorkspace } from '@comptoir/db/db'
import { isUnreachable } from '../../is-unreachable.ts'
import { openOutgoing } from '../open-outgoing.ts'
import { outgoingToCopy } from '../outgoing.ts'
import { mustBeOpen, type OpenMailbox } from './fetching.ts'
import { keepFolders, sentFolder } from './keep-folders.ts'
import { mailIdIn } from './mail-id-in.ts'

const mostAtOnce = 20

/**
 * Puts what left by this mailbox among what was sent, where its other programs look for it. What is found there is not
 * put again. `refused`: what its server would not take over this connection.
 */
export async function keepSentCopies(
  mailbox: OpenMailbox,
  refused: Set<string>,
): Promise<'all_looked_at' | 'more_wanted'> {
  const wanted = await wantedCopies(mailbox, [...refused])
  if (wanted.length === 0) return 'all_looked_at'
  const path = await findSent(mailbox)
  for (const id of wanted) {
    try {
      if ((await keepCopy(mailbox, path, id)) === 'left') refused.add(id)
    } catch (error) {
      if (!mailbox.client.usable || isUnreachable(error)) throw error
      // A full mailbox, or an attachment that is away, must not keep it from being read.
      mailbox.log.warn(
        { err: error, delivery: id },
        'a mail could not be put among what was sent; it tries again later',
      )
      refused.add(id)
    }
  }
  return wanted.length < mostAtOnce ? 'all_looked_at' : 'more_wanted'
}

async function wantedCopies({ live, workspaceId, mailboxId }: OpenMailbox, refused: string[]): Promise<string[]> {
  const rows = await inWorkspace(live.db, workspaceId, (tx) =>
    tx
      .selectFrom('delivery')
      .select('id')
      .where('workspaceId', '=', workspaceId)
      .where('mailboxId', '=', mailboxId)
      .where('sentCopy', '=', sql.lit('wanted'))
      .where(sql<boolean>`id <> all(${refused}::uuid[])`)
      .orderBy('id')
      .limit(mostAtOnce)
      .execute(),
  )
  return rows.map(({ id }) => id)
}

async function findSent(mailbox: OpenMailbox): Promise<string> {
  const { live, workspaceId, mailboxId, client } = mailbox
  const known = await inWorkspace(live.db, workspaceId, (tx) => sentFolder(tx, workspaceId, mailboxId))
  if (known) return known.path
  const { path } = await client.mailboxCreate('Sent')
  await keepFolders(mailbox)
  return path
}

async function keepCopy(mailbox: OpenMailbox, path: string, id: string): Promise<'kept' | 'left'> {
  const { live, workspaceId, client } = mailbox
  const outgoing = await inWorkspace(live.db, workspaceId, (tx) => outgoingToCopy(tx, { workspaceId, id }))
  if (!outgoing) return 'left'
  const opened = openOutgoing(mailbox, outgoing)
  const bytes = await buffer(opened.bytes).finally(opened.close)
  // Opened only to be read, it would not take the mark of a mail that was read.
  if (client.mailbox === false || client.mailbox.path !== path || client.mailbox.readOnly)
    await client.mailboxOpen(path)
  const found = await client.search({ header: { 'message-id': mailIdIn(bytes) ?? id } }, { uid: true })
  mustBeOpen(client)
  if (found && found.length === 0) await client.append(path, bytes, ['\\Seen'], new Date(outgoing.message.at))
  mustBeOpen(client)
  if (!found) return 'left'
  await inWorkspace(live.db, workspaceId, (tx) =>
    tx
      .updateTable('delivery')
      .set({ sentCopy: 'kept' })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .where('sentCopy', '=', 'wanted')
      .execute(),
  )
  return 'kept'
}
