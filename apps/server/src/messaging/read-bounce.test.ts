import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readBounces } from './read-bounce.ts'
import { readMail } from './read-mail.ts'
import { corpusFolder } from './testing/corpus.ts'

const told: [file: string, ...bounces: [recipient: string, status: string, permanence: string][]][] = [
  ['bounce-exim', ['angele@example.com', '5.1.1', 'permanent']],
  ['bounce-office365', ['angele@example.com', '5.1.10', 'permanent']],
  ['bounce-exchange-own', ['angele@example.com', '5.2.2', 'permanent']],
  ['bounce-gmail', ['angele@gmail.example', '5.1.1', 'permanent']],
  ['bounce-proximus', ['jan@proximus.example', '5.1.0', 'permanent']],
  ['bounce-orange', ['angele@orange.example', '5.2.2', 'permanent']],
  ['bounce-qmail', ['angele@example.net', '5.1.1', 'permanent'], ['luc@example.net', '5.2.2', 'permanent']],
  ['bounce-text-delayed', ['angele@example.com', '4.7.1', 'temporary']],
  ['dsn-delivered', ['angele@example.com', '2.0.0', 'delivered']],
  ['dsn-relayed', ['angele@example.com', '2.0.0', 'relayed']],
  [
    'bounce-several',
    ['angele@example.com', '5.1.1', 'permanent'],
    ['luc@example.com', '4.2.2', 'temporary'],
    ['zoe@example.com', '2.0.0', 'relayed'],
  ],
]

test.for(told)('%s says whom it is about, and for how long', async ([file, ...bounces]) => {
  const found = await bouncesOf(file)
  expect(found.map(({ recipients, status, permanence }) => [recipients[0], status, permanence])).toEqual(bounces)
})

test.for(['bounce-exim', 'bounce-exchange-own', 'bounce-gmail', 'bounce-qmail', 'bounce-office365'])(
  '%s says which mail came back',
  async (file) => {
    for (const bounce of await bouncesOf(file)) expect(bounce.messageId).toBe('devis-1@morel.example')
  },
)

test('who was first written to is known beside where it went', async () => {
  expect((await bouncesOf('bounce-proximus'))[0]?.recipients).toEqual(['jan@proximus.example', 'jan@skynet.example'])
})

test('a complaint of two readers is about both', async () => {
  expect((await bouncesOf('complaint-several')).map(({ recipients }) => recipients)).toEqual([
    ['angele@example.com'],
    ['luc@example.com'],
  ])
})

test('words without a report, a code or an address are still a report', () => {
  expect(readBounces('Désolé.', [])).toEqual([
    {
      recipients: [],
      status: null,
      answer: null,
      permanence: 'unclear',
      messageId: null,
      envelopeId: null,
      source: 'words',
    },
  ])
})

test('of a report about a thousand the first hundred are heard', () => {
  const about = Array.from({ length: 1000 }, (_, at) => `Final-Recipient: rfc822; p${at}@exemple.example\n\n`)
  expect(readBounces('', [report(about.join(''))])).toHaveLength(100)
})

test('a report of six megabytes of fields does not hold anybody up', () => {
  const before = performance.now()
  readBounces(
    '',
    Array.from({ length: 100 }, () => report('a:\n'.repeat(21_000))),
  )
  expect(performance.now() - before).toBeLessThan(5000)
})

function report(text: string) {
  const file = { name: null, contentId: null, inline: false, stored: null }
  return { ...file, mediaType: 'message/delivery-status', bytes: Buffer.from(text) }
}

async function bouncesOf(file: string) {
  const mail = await readMail(await readFile(`${corpusFolder}/${file}.eml`))
  if (mail.outcome !== 'read') throw new Error(mail.reason)
  return readBounces(mail.text, mail.attachments)
}
