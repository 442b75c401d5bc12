import type { LetterClient } from '@comptoir/contract/unsent-letters'
import { makeId } from '@comptoir/rules/uuid'
import { keptOnDevice } from '../../app/kept-on-device.ts'
import type { LeftLetters } from '../../live/live-letters.ts'
import { blankLetter, type LetterWriting } from './letter-writing.ts'

/** What was begun stood on the device alone, all of it under one name: from now on it is saved. */
export function takeFormer(left: LeftLetters, name: string): void {
  const former = keptOnDevice<Former[]>(name)
  for (const { mailboxId = null, client = null, to, ...written } of former.read() ?? []) {
    const writing = { ...blankLetter(), ...written, mailboxId, client, address: to }
    left.keep({ about: 'beginning', aboutId: makeId(), version: 0, writing })
  }
  former.forget()
}

interface Former extends Pick<LetterWriting, 'subject' | 'bodyHtml' | 'files' | 'signature'> {
  mailboxId?: string
  client?: LetterClient
  to: string
}
