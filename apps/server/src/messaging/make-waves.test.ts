import { expect, test } from 'vitest'
import type { MailToFile } from './file-stored-mails.ts'
import { makeWaves } from './make-waves.ts'
import type { PreparedMail } from './prepare-mail.ts'

function from(id: string, address: string, over: Partial<PreparedMail> = {}): MailToFile {
  const mail: PreparedMail = {
    id,
    mailboxId: '',
    receivedAt: '2026-11-22T10:00:00Z',
    source: 'smtp',
    folderRole: null,
    isHistory: false,
    kind: 'message',
    automation: 'none',
    from: { name: '', address },
    to: [],
    cc: [],
    replyTo: [],
    recipients: ['bonjour@atelier.example'],
    date: null,
    subject: '',
    mailId: `${id}@exemple.example`,
    references: [],
    reported: { text: '', attachments: [] },
    bodyText: '',
    bodyHtml: null,
    quotedText: '',
    remoteImages: 0,
    attachments: [],
    identityHash: Buffer.from(id),
    calendar: null,
    senderCheck: null,
    spam: null,
    tokens: [],
    ...over,
  }
  return { id, mail }
}

const idsOf = (waves: MailToFile[][]) => waves.map((wave) => wave.map(({ id }) => id))

test('strangers are filed at once', () => {
  expect(idsOf(makeWaves([from('a', 'un@x.example'), from('b', 'deux@x.example')]))).toEqual([['a', 'b']])
})

test('whoever writes twice is heard in order, and nobody else waits for it', () => {
  const mails = [from('a', 'un@x.example'), from('b', 'un@x.example'), from('c', 'deux@x.example')]
  expect(idsOf(makeWaves(mails))).toEqual([['a', 'c'], ['b']])
})

test('an answer comes after what it answers, and after another answer to it', () => {
  const references = ['a@exemple.example']
  const mails = [
    from('a', 'un@x.example'),
    from('b', 'deux@x.example', { references }),
    from('c', 'trois@x.example', { references }),
  ]
  expect(idsOf(makeWaves(mails))).toEqual([['a'], ['b'], ['c']])
})

test('the same mail in another mailbox comes after itself', () => {
  const same = { mailId: null, identityHash: Buffer.from('same') }
  const mails = [from('a', 'un@x.example', same), from('b', 'un@x.example', same)]
  expect(idsOf(makeWaves(mails))).toEqual([['a'], ['b']])
})

test('what cannot be read stands in nobody’s way', () => {
  expect(
    idsOf(makeWaves([{ id: 'a', mail: { problem: 'errors.mail_unreadable' } }, from('b', 'un@x.example')])),
  ).toEqual([['a', 'b']])
})
