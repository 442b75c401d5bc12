import type { Recipients } from '@comptoir/contract/addressees'
import type { FileView } from '@comptoir/contract/documents'
import type { SignatureChoice } from '@comptoir/contract/signatures'
import type { LetterClient, LetterPlace, SaveLetterInput, UnsentLetter } from '@comptoir/contract/unsent-letters'
import type { Unsaved } from '../composer/kept-writing.ts'
import { htmlToText, isBlank } from '../composer/html-text.ts'

/** What is written in a dialog: the beginning of a conversation, or a letter to somebody outside. */
export interface LetterWriting {
  /** Null: the default one. */
  mailboxId: string | null
  client: LetterClient | null
  address: string
  recipients: Recipients
  subject: string
  bodyHtml: string
  files: FileView[]
  signature: SignatureChoice
}

/** What this device has of one, and about what it is. */
export type LeftLetter = Unsaved<LetterWriting> & LetterPlace

export function blankLetter(): LetterWriting {
  return {
    mailboxId: null,
    client: null,
    address: '',
    recipients: { to: [], cc: [], bcc: [] },
    subject: '',
    bodyHtml: '',
    files: [],
    signature: 'with',
  }
}

export function writingOfLetter(letter: Omit<UnsentLetter, 'version' | 'updatedAt'>): LetterWriting {
  const { mailboxId, client, address, recipients, subject, bodyHtml, files, signature } = letter
  const written = { mailboxId, client, address, subject, bodyHtml, files: [...files], signature }
  return { ...written, recipients: recipients ?? blankLetter().recipients }
}

export function inputOfLetter({ client, files, ...letter }: LetterWriting, version: number): SaveLetterInput {
  return {
    ...letter,
    client: client?.is === 'existing' ? { is: 'existing', clientId: client.client.id } : client,
    fileIds: files.map((file) => file.id),
    version,
  }
}

/** Tells what was written apart, as the server gives it back: in its own markup, without spaces around. */
export function wordsOfLetter({ client, address, recipients, subject, bodyHtml, files, ...rest }: LetterWriting) {
  const whom = client?.is === 'existing' ? client.client.id : client?.name.trim()
  const { to, cc, bcc } = recipients
  const people = [to, cc, bcc].map((some) => some.map((one) => one.address))
  const ids = files.map((file) => file.id)
  const { mailboxId, signature } = rest
  return JSON.stringify([mailboxId, whom, address.trim(), people, subject.trim(), htmlToText(bodyHtml), ids, signature])
}

/** Whether nothing is lost with it; to whom it would go alone is quickly chosen again. */
export function saysNothing({ client, subject, bodyHtml, files }: LetterWriting) {
  return client?.is !== 'new' && subject.trim() === '' && isBlank(bodyHtml) && files.length === 0
}

/** To whom it goes, as a list names them. */
export function whomOf({ client, address, recipients }: Pick<UnsentLetter, 'client' | 'address' | 'recipients'>) {
  if (client) return client.is === 'existing' ? client.client.name : client.name
  const [first] = recipients?.to ?? []
  return first ? first.name || first.address : address
}
