import { fetchBatch, mostInBatch } from './fetch-batch.ts'
import { ConnectionLost, mustBeOpen, type OpenMailbox } from './fetching.ts'
import type { Folder } from './keep-folders.ts'
import { historyLeft, openFolder, type History } from './open-folder.ts'

/** What this connection knows of the folders: which it opened, and the history left in each. */
export interface Reading {
  opened: Set<string>
  left: Map<string, History>
}

export function isOpen({ client }: OpenMailbox, { path }: Folder): boolean {
  return client.mailbox !== false && client.mailbox.path === path
}

/** Reads what came into a folder since it was last read; opened for the first time, notes what history is left. */
export async function readNew(mailbox: OpenMailbox, folder: Folder, reading: Reading): Promise<void> {
  if (reading.opened.has(folder.id) && !isOpen(mailbox, folder) && !(await hasNews(mailbox, folder))) return
  const open = await openFolder(mailbox, folder)
  if (open.folder !== folder || !reading.opened.has(folder.id)) {
    noteLeft(reading, folder, await historyLeft(mailbox, open))
    reading.opened.add(folder.id)
  }
  const uids = await newUids(mailbox, open.folder)
  for (let at = 0; at < uids.length; at += mostInBatch) {
    const some = uids.slice(at, at + mostInBatch)
    await fetchBatch(mailbox, { ...open, kind: 'new', uids: some, endsAt: some.at(-1)! })
  }
}

/** One batch of history: what comes meanwhile never waits for all of it. */
export async function readHistory(mailbox: OpenMailbox, folder: Folder, reading: Reading): Promise<void> {
  const open = await openFolder(mailbox, folder)
  // Under new numbers those that were left mean nothing.
  if (open.folder !== folder) return noteLeft(reading, folder, await historyLeft(mailbox, open))
  const left = reading.left.get(folder.id) ?? { uids: [], known: null }
  const uids = left.uids.slice(0, mostInBatch)
  const rest = left.uids.slice(uids.length)
  const endsAt = rest.length > 0 ? uids.at(-1)! : folder.historyUntil - 1
  await fetchBatch(mailbox, { ...open, kind: 'history', uids, endsAt, known: left.known })
  noteLeft(reading, folder, { ...left, uids: rest })
}

function noteLeft({ left }: Reading, { id }: Folder, history: History) {
  if (history.uids.length > 0) left.set(id, history)
  else left.delete(id)
}

async function hasNews({ client }: OpenMailbox, folder: Folder) {
  const status = await client.status(folder.path, { uidNext: true, uidValidity: true })
  mustBeOpen(client)
  if (!status) return true
  return Number(status.uidValidity) !== folder.uidValidity || (status.uidNext ?? Infinity) > folder.nextUid
}

async function newUids({ client }: OpenMailbox, { nextUid }: Folder): Promise<number[]> {
  const found = await client.search({ uid: `${nextUid}:*` }, { uid: true })
  mustBeOpen(client)
  if (!found) throw new ConnectionLost('The server did not search')
  // The last mail is found whatever its number.
  return found.filter((uid) => uid >= nextUid).toSorted((a, b) => a - b)
}
