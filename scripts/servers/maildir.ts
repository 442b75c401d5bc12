import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime, { type Email } from 'postal-mime'

export interface MailInMaildir extends Email {
  /** As it came, headers and all. */
  source: string
}

/** The mails delivered to a maildir; none when nothing ever was. */
export async function mailsIn(folder: string): Promise<MailInMaildir[]> {
  const delivered = join(folder, 'new')
  if (!existsSync(delivered)) return []
  // A mail is moved there once it is whole.
  const names = await readdir(delivered)
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(delivered, name))
      return { ...(await PostalMime.parse(bytes)), source: bytes.toString() }
    }),
  )
}
