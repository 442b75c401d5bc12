import type { ImapFlow, ListResponse } from 'imapflow'

export type FolderRole = 'inbox' | 'sent' | 'junk' | 'other'

/** A folder that can hold mail, and what for. */
export interface FolderOnServer {
  path: string
  role: FolderRole
}

/** The folders of a mailbox, as its server names them; those that only hold other folders left out. */
export async function listFolders(client: ImapFlow): Promise<FolderOnServer[]> {
  const listed = await client.list()
  return listed.filter(canBeOpened).map(({ path, specialUse }) => ({ path, role: roleOf(path, specialUse) }))
}

function canBeOpened({ flags }: ListResponse) {
  return !flags.has('\\Noselect') && !flags.has('\\NonExistent')
}

function roleOf(path: string, specialUse: string | undefined): FolderRole {
  if (path.toUpperCase() === 'INBOX') return 'inbox'
  if (specialUse === '\\Sent') return 'sent'
  return specialUse === '\\Junk' ? 'junk' : 'other'
}
