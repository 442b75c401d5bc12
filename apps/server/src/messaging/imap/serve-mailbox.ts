import { inWorkspace } from '@comptoir/db/db'
import { mustBeOpen, type OpenMailbox } from './fetching.ts'
import { chosenFolders, keepFolders, type Folder } from './keep-folders.ts'
import { keepSentCopies } from './keep-sent-copies.ts'
import { noteWell } from './note-fetching.ts'
import { isOpen, readHistory, readNew, type Reading } from './read-folder.ts'
import { waitForNews, type Bell } from './wait-for-news.ts'

const foldersEveryMs = 10 * 60_000
/** Servers tell of the inbox by themselves; the other folders are looked at. */
const lookEveryMs = 2 * 60_000
/** For new mail in the folders that are not open, during a long history. */
const lookMeanwhileMs = 15_000
const wellEveryMs = 60_000

/** Reads a mailbox for as long as its connection lasts or until it is stopped: first what is new, then history. */
export async function serveMailbox(mailbox: OpenMailbox, bell: Bell, stopped: AbortSignal): Promise<void> {
  const { client, workspaceId, mailboxId } = mailbox
  const reading: Reading = { left: new Map(), opened: new Set() }
  const lookedAt = new Map<string, number>()
  const refusedCopies = new Set<string>()
  let foldersAt = 0
  let wellAt = 0
  // Told in the middle of another command, it is not to be missed.
  client.on('exists', bell.ring)
  client.on('close', bell.ring)
  while (!stopped.aborted) {
    mustBeOpen(client)
    if (Date.now() - foldersAt > foldersEveryMs) {
      await keepFolders(mailbox)
      foldersAt = Date.now()
    }
    const folders = await readChosen(mailbox)
    for (const folder of folders) if (isDue(folder)) await look(folder)
    const copies = await keepSentCopies(mailbox, refusedCopies)
    // As they stand now: one that was just begun would be begun once more.
    const next = (await readChosen(mailbox)).find(({ id }) => reading.left.has(id))
    if (next) await readHistory(mailbox, next, reading)
    if (Date.now() - wellAt > wellEveryMs) {
      await noteWell(mailbox, { workspaceId, id: mailboxId })
      wellAt = Date.now()
    }
    if (!next && copies === 'all_looked_at') await rest()
  }

  function isDue(folder: Folder) {
    if (stopped.aborted) return false
    const isBusy = reading.left.size > 0
    return !isBusy || isOpen(mailbox, folder) || Date.now() - (lookedAt.get(folder.id) ?? 0) > lookMeanwhileMs
  }

  async function look(folder: Folder) {
    await readNew(mailbox, folder, reading)
    lookedAt.set(folder.id, Date.now())
  }

  async function rest() {
    // As it was before its first numbers were noted, it would be begun once more, after what came meanwhile.
    const [inbox] = await readChosen(mailbox)
    if (inbox && !isOpen(mailbox, inbox)) {
      // What came while another folder was open is not told.
      reading.opened.delete(inbox.id)
      await readNew(mailbox, inbox, reading)
      if (reading.left.has(inbox.id)) return
    }
    await waitForNews(client, bell, lookEveryMs)
  }
}

function readChosen({ live, workspaceId, mailboxId }: OpenMailbox) {
  return inWorkspace(live.db, workspaceId, (tx) => chosenFolders(tx, workspaceId, mailboxId))
}
