import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { replyKey } from '../messaging/prepare-mail.ts'
import { makeReplyAddress } from '../messaging/reply-token.ts'
import { asPerson } from '../testing/as-person.ts'
import { openMailroom } from './testing/open-mailroom.ts'

test('an answer joins the conversation its references name, and opens it again', async () => {
  const { sophie, mail, address, inbox, said } = await openMailroom()
  await mail.receive({ to: address, subject: 'Vélo', messageId: 'un@exemple.example' })
  const [row] = await inbox()
  await asPerson(sophie).post(`/inbox/conversations/${row!.id}/replies`, {
    commandId: makeId(),
    messageId: makeId(),
    bodyHtml: '<p>Oui</p>',
    baseSeq: 1,
  })
  await mail.receive({ to: address, subject: 'Re: Vélo', text: 'Merci', references: ['un@exemple.example'] })
  expect(await said(row!.id)).toEqual(['Bonjour', 'Oui', 'Merci'])
  expect(await inbox()).toHaveLength(1)
})

test('a stranger who quotes a reference of Marc opens a conversation of their own', async () => {
  const { mail, address, inbox } = await openMailroom()
  await mail.receive({ to: address, subject: 'Vélo', messageId: 'un@exemple.example' })
  await mail.receive({
    from: 'lea@ailleurs.example',
    to: address,
    subject: 'Re: Vélo',
    references: ['un@exemple.example'],
  })
  const rows = await inbox()
  expect(rows.map((row) => row.clientName).toSorted()).toEqual(['lea', 'marc'])
})

test('somebody Marc had written to as well may join his conversation', async () => {
  const { mail, address, inbox, said } = await openMailroom()
  await mail.receive({
    to: address,
    subject: 'Vélo',
    messageId: 'un@exemple.example',
    headers: ['Cc: lea@ailleurs.example'],
  })
  await mail.receive({
    from: 'lea@ailleurs.example',
    to: address,
    text: 'Moi aussi',
    references: ['un@exemple.example'],
  })
  const [row, ...others] = await inbox()
  expect(others).toEqual([])
  expect(await said(row!.id)).toEqual(['Bonjour', 'Moi aussi'])
})

test('our signed reply address leads to its conversation, from any address and in any header', async () => {
  const { test, mail, address, inbox, said } = await openMailroom()
  await mail.receive({ to: address, subject: 'Vélo' })
  const [row] = await inbox()
  const reply = makeReplyAddress(address, row!.id, replyKey(test.server.secretKey))
  await mail.receive({ from: 'marc@travail.example', to: reply, text: 'Depuis le bureau' })
  await mail.receive({ from: 'marc@travail.example', to: address, text: 'Encore', headers: [`Delivered-To: ${reply}`] })
  expect(await said(row!.id)).toEqual(['Bonjour', 'Depuis le bureau', 'Encore'])
})

test('a forged reply address reaches the mailbox, and no conversation', async () => {
  const { test, mail, address, inbox } = await openMailroom()
  await mail.receive({ to: address, subject: 'Vélo' })
  const [row] = await inbox()
  const forged = makeReplyAddress(address, row!.id, replyKey(`not ${test.server.secretKey}`))
  await mail.receive({ from: 'lea@ailleurs.example', to: forged })
  expect(await inbox()).toHaveLength(2)
})
