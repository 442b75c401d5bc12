import { readFileSync } from 'node:fs'
import { BackupError } from './backup-error.ts'

/** The password in the first line of a file: as an argument everybody on the machine would see it. */
export function readPassword(path: string): string {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new BackupError(`The password file cannot be read: ${(error as Error).message}.`, { cause: error })
  }
  const [password = ''] = text.split(/\r?\n/)
  if (password.length < 8)
    throw new BackupError(`The first line of ${path} must be a password of at least 8 characters.`)
  return password
}
