import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'

/** The folders of a mailbox on its server, as whoever delivers there sees them. `INBOX` is the first. */
export interface ImapFolders {
  /** Puts a mail there as if it came at `at`; unseen, as new mail is. */
  deliver(folder: string, mail: string | Buffer, at?: Date): void
  /** The same for many, seen already. */
  fill(folder: string, mails: Iterable<{ mail: string; at: Date }>): void
  mailsIn(folder: string): string[]
  /** The names of their files, which end with their marks. */
  namesIn(folder: string): string[]
  /** What a server does that was restored or moved: every mail gets another number, under another validity. */
  renumber(folder: string): void
  removeFolder(folder: string): void
}

export function openImapFolders(maildir: string, giveAway: (path: string) => void): ImapFolders {
  const pathOf = (folder: string) => (folder === 'INBOX' ? maildir : join(maildir, `.${folder.replaceAll('/', '.')}`))

  function prepare(folder: string) {
    const path = pathOf(folder)
    const isNew = !existsSync(join(path, 'cur'))
    for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(path, part), { recursive: true })
    if (isNew) giveAway(join(maildir, '..'))
    return path
  }

  function filesIn(folder: string) {
    const path = pathOf(folder)
    return ['cur', 'new'].flatMap((part) =>
      existsSync(join(path, part)) ? readdirSync(join(path, part)).map((name) => join(path, part, name)) : [],
    )
  }

  return {
    deliver(folder, mail, at = new Date()) {
      const path = prepare(folder)
      const name = nameAt(at)
      const draft = join(path, 'tmp', name)
      writeFileSync(draft, mail)
      utimesSync(draft, at, at)
      giveAway(draft)
      renameSync(draft, join(path, 'new', name))
    },
    fill(folder, mails) {
      const path = prepare(folder)
      for (const { mail, at } of mails) {
        const file = join(path, 'cur', `${nameAt(at)}:2,S`)
        writeFileSync(file, mail)
        utimesSync(file, at, at)
      }
      giveAway(path)
    },
    mailsIn: (folder) => filesIn(folder).map((file) => readFileSync(file, 'utf8')),
    namesIn: (folder) => filesIn(folder).map((file) => basename(file)),
    renumber(folder) {
      const path = pathOf(folder)
      for (const name of readdirSync(path)) if (/^dovecot[.-]/.test(name)) rmSync(join(path, name))
    },
    removeFolder: (folder) => rmSync(pathOf(folder), { recursive: true }),
  }
}

function nameAt(at: Date) {
  return `${Math.floor(at.getTime() / 1000)}.${randomUUID()}.localhost`
}
