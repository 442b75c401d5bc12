import { sql } from 'kysely'
import { inWorkspace, type Tx } from '@comptoir/db/db'
import type { Fact } from '../../realtime/record-events.ts'
import { runWork } from '../../realtime/run-command.ts'
import { mailboxColumns, mailboxView } from '../mailbox-view.ts'
import { mailboxChanged } from '../update-mailbox.ts'
import { LeaseLost, mustBeOpen, type OpenMailbox } from './fetching.ts'
import { knownOf, type Known } from './known-mails.ts'
import type { Folder } from './keep-folders.ts'

/** A folder selected on the connection, and where its reading stands. */
export interface OpenFolder {
  folder: Folder
  uidValidity: number
  /** The first number its server will give next. */
  uidNext: number
}

/** Selects a folder. When its server gave new numbers, all it holds is looked at again, and what is had is recognised. */
export async function openFolder(mailbox: OpenMailbox, folder: Folder): Promise<OpenFolder> {
  const { client } = mailbox
  const selected =
    client.mailbox && client.mailbox.path === folder.path ? client.mailbox : await select(mailbox, folder)
  const uidValidity = Number(selected.uidValidity)
  const uidNext = await nextUid(mailbox, selected.uidNext)
  if (folder.uidValidity === uidValidity) return { folder, uidValidity, uidNext }
  return { folder: await begin(mailbox, folder, uidValidity, uidNext), uidValidity, uidNext }
}

async function select({ client }: OpenMailbox, { path }: Folder) {
  // Read only: nothing we do shall show in another program.
  const selected = await client.mailboxOpen(path, { readOnly: true })
  mustBeOpen(client)
  return selected
}

/** Some servers do not say it. */
async function nextUid({ client }: OpenMailbox, told: number | undefined) {
  if (told) return told
  const [last] = (await client.search({ uid: '*' }, { uid: true })) || []
  mustBeOpen(client)
  return (last ?? 0) + 1
}

/** From here on, what comes is new; what is there is history, of which as much is read as was asked for. */
async function begin(mailbox: OpenMailbox, folder: Folder, uidValidity: number, uidNext: number): Promise<Folder> {
  const { live, workspaceId, mailboxId } = mailbox
  const since = readSince(mailbox, folder, await knownBefore(mailbox, folder, uidValidity))
  const uids = since ? await uidsSince(mailbox, since, 1, uidNext) : []
  return runWork(live, { is: 'system', workspaceId, cause: 'mail' }, async (tx) => {
    await mustBeSameAccount(tx, mailbox)
    const begun = await tx
      .updateTable('mailboxFolder')
      .set({
        uidValidity,
        nextUid: uidNext,
        historyNext: uids[0] ?? uidNext,
        historyUntil: uidNext,
        historyTotal: uids.length,
        historyDone: 0,
      })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', folder.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    return { result: begun, facts: await sumHistory(tx, workspaceId, mailboxId) }
  })
}

/** Numbers of an account that was just given up would hide mails of the one that took its place. */
async function mustBeSameAccount(tx: Tx, { workspaceId, mailboxId, worker, account }: OpenMailbox) {
  const same = await tx
    .selectFrom('mailbox')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', mailboxId)
    .where('fetchWorker', '=', worker)
    .where('imapHost', '=', account.host)
    .where('imapUsername', '=', account.username)
    .forUpdate()
    .executeTakeFirst()
  if (!same) throw new LeaseLost('This mailbox is read from elsewhere, or by another process')
}

/** What is left of the history of a folder. */
export interface History {
  /** The numbers that are still to be read, oldest first. */
  uids: number[]
  /** What was read of it under other numbers: the same for all of it, and long to ask. */
  known: Known | null
}

export async function historyLeft(mailbox: OpenMailbox, { folder, uidValidity }: OpenFolder): Promise<History> {
  const { historyNext, historyUntil } = folder
  if (historyNext >= historyUntil) return { uids: [], known: null }
  const known = await knownBefore(mailbox, folder, uidValidity)
  const since = readSince(mailbox, folder, known)
  const left = since ? await uidsSince(mailbox, since, historyNext, historyUntil) : []
  if (folder.historyDone + left.length !== folder.historyTotal) await tellTotal(mailbox, folder, left.length)
  return { uids: left, known }
}

/** Some were removed meanwhile, or more of it is asked for. */
function tellTotal({ live, workspaceId, mailboxId }: OpenMailbox, folder: Folder, left: number) {
  return runWork(live, { is: 'system', workspaceId, cause: 'mail' }, async (tx) => {
    await tx
      .updateTable('mailboxFolder')
      .set({ historyTotal: folder.historyDone + left })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', folder.id)
      .execute()
    return { result: undefined, facts: await sumHistory(tx, workspaceId, mailboxId) }
  })
}

async function uidsSince({ client }: OpenMailbox, since: string, from: number, until: number): Promise<number[]> {
  if (from >= until) return []
  // Servers compare days in their own time zone.
  const dayBefore = new Date(Date.parse(since) - 86_400_000)
  const found = await client.search({ uid: `${from}:${until - 1}`, since: dayBefore }, { uid: true })
  mustBeOpen(client)
  if (!found) throw new Error('The server did not search')
  return found.filter((uid) => uid >= from && uid < until).toSorted((a, b) => a - b)
}

/** Under new numbers, also what came since the mailbox was connected is looked at again. */
function readSince({ historySince, lookedAt }: OpenMailbox, folder: Folder, known: Known | null): string | null {
  if (folder.uidValidity === null) return historySince
  const dates = [historySince, known?.earliest ?? lookedAt].flatMap((date) => date?.slice(0, 10) ?? [])
  return dates.toSorted()[0] ?? null
}

/** Until when what a folder holds under new numbers was already there to be read under the old ones. */
export function readUntil({ historySince, lookedAt }: OpenMailbox, known: Known | null): string | null {
  return known?.latest ?? (historySince === null ? lookedAt : null)
}

function knownBefore({ live, workspaceId }: OpenMailbox, folder: Folder, uidValidity: number) {
  return inWorkspace(live.db, workspaceId, (tx) => knownOf(tx, workspaceId, folder.id, uidValidity))
}

/** What the mailbox shows of its progress is the sum of its folders; screens are told where it changed. */
async function sumHistory(tx: Tx, workspaceId: string, mailboxId: string): Promise<Fact[]> {
  const sums = tx
    .selectFrom('mailboxFolder')
    .select(sql<number>`coalesce(sum(history_total), 0)`.as('total'))
    .select(sql<number>`coalesce(sum(history_done), 0)`.as('done'))
    .where('workspaceId', '=', workspaceId)
    .where('mailboxId', '=', mailboxId)
    .where('chosen', '=', true)
    .where('goneAt', 'is', null)
  const changed = await tx
    .updateTable('mailbox')
    .from(sums.as('sums'))
    .set((eb) => ({ historyTotal: eb.ref('sums.total'), historyDone: eb.ref('sums.done') }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', mailboxId)
    .where(sql<boolean>`(history_total, history_done) is distinct from (sums.total, sums.done)`)
    .returning(mailboxColumns)
    .executeTakeFirst()
  return changed ? [mailboxChanged(workspaceId, mailboxView(changed))] : []
}
