import type { Addressee } from '@comptoir/contract/addressees'
import { expect, test } from 'vitest'
import { answersTo } from './answers-to.ts'

const hasWritten = true
const own = ['atelier@lambert.example', 'info@lambert.example']

test('an answer goes to whoever wrote; to all, to everybody who was in it but ourselves', () => {
  const answers = answersTo({
    addressees: [of('from', 'marc'), of('to', 'atelier@lambert.example'), of('to', 'lea'), of('cc', 'paul')],
    own,
    hasWritten,
    recipient: 'marc.ancien@exemple.example',
  })
  expect(addresses(answers.reply)).toEqual({ to: ['marc@exemple.example'], cc: [], bcc: [] })
  expect(addresses(answers.all)).toEqual({
    to: ['marc@exemple.example', 'lea@exemple.example'],
    cc: ['paul@exemple.example'],
    bcc: [],
  })
})

test('whoever asks to be answered elsewhere is answered there, and not where they wrote from', () => {
  const { reply, all } = answersTo({
    addressees: [of('from', 'no-reply'), of('reply-to', 'marc'), of('to', own[0]!)],
    own,
    hasWritten,
    recipient: null,
  })
  expect(addresses(reply).to).toEqual(['marc@exemple.example'])
  expect(addresses(all).to).toEqual(['marc@exemple.example'])
})

test('our signed reply address is one of ours, and nobody is written to twice', () => {
  const { all } = answersTo({
    addressees: [of('from', 'marc'), of('to', 'atelier+rabc@lambert.example'), of('cc', 'marc'), of('cc', own[1]!)],
    own,
    hasWritten,
    recipient: null,
  })
  expect(addresses(all)).toEqual({ to: ['marc@exemple.example'], cc: [], bcc: [] })
})

test('where the client wrote no mail, whoever we wrote to is written to again; without that, the client’s own address', () => {
  const again = answersTo({
    addressees: [of('to', 'marc'), of('cc', 'lea'), of('bcc', 'paul')],
    own,
    hasWritten,
    recipient: null,
  })
  expect(addresses(again.reply)).toEqual({ to: ['marc@exemple.example'], cc: ['lea@exemple.example'], bcc: [] })
  const first = answersTo({ addressees: [], own, hasWritten, recipient: 'marc@exemple.example' })
  expect(addresses(first.all).to).toEqual(['marc@exemple.example'])
  expect(answersTo({ addressees: [], own, hasWritten, recipient: null }).all.to).toEqual([])
})

function of(role: Addressee['role'], who: string): Addressee {
  return { role, address: who.includes('@') ? who : `${who}@exemple.example`, name: '' }
}

function addresses(recipients: ReturnType<typeof answersTo>['all']) {
  const of = (some: { address: string }[]) => some.map(({ address }) => address)
  return { to: of(recipients.to), cc: of(recipients.cc), bcc: of(recipients.bcc) }
}
