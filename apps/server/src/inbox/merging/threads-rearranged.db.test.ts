import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { replyKey } from '../../messaging/prepare-mail.ts'
import { makeReplyAddress } from '../../messaging/reply-token.ts'
import { asPerson } from '../../testing/as-person.ts'
import { messagesIn, openMailroom } from '../testing/open-mailroom.ts'

const command = () => ({ commandId: makeId() })

/** Marc wrote twice, of two things. */
async function openTwo() {
  const room = await openMailroom()
  await room.mail.receive({ to: room.address, subject: 'Vélo', messageId: 'velo@exemple.example' })
  await room.mail.receive({ to: room.address, subject: 'Frein', messageId: 'frein@exemple.example' })
  const rows = await room.inbox()
  const idOf = (subject: string) => rows.find((row) => row.subject === subject)!.id
  const addressOf = (id: string) => makeReplyAddress(room.address, id, replyKey(room.test.server.secretKey))
  return { ...room, bike: idOf('Vélo'), brake: idOf('Frein'), addressOf }
}

test('a mail that answers what was merged comes where it went, by its references and by our address', async () => {
  const { sophie, mail, address, bike, brake, addressOf, said } = await openTwo()
  await asPerson(sophie).post(`/inbox/conversations/${bike}/merge`, { ...command(), mergedIds: [brake] })
  await mail.receive({ to: address, text: 'Par référence', references: ['frein@exemple.example'] })
  await mail.receive({ from: 'marc@travail.example', to: addressOf(brake), text: 'Par adresse' })
  expect(await said(bike)).toEqual(['Bonjour', 'Bonjour', 'Par référence', 'Par adresse'])
})

test('once that is undone, each is answered where it is', async () => {
  const { sophie, mail, address, bike, brake, addressOf, said } = await openTwo()
  const merge = { ...command(), mergedIds: [brake] }
  const { body } = await asPerson(sophie).post<object>(`/inbox/conversations/${bike}/merge`, merge)
  await asPerson(sophie).post(`/inbox/conversations/${bike}/undo-merging`, { ...body, ...command() })
  await mail.receive({ to: address, text: 'Par référence', references: ['frein@exemple.example'] })
  await mail.receive({ from: 'marc@travail.example', to: addressOf(brake), text: 'Par adresse' })
  await mail.receive({ to: address, text: 'Pour le vélo', references: ['velo@exemple.example'] })
  expect(await said(brake)).toEqual(['Bonjour', 'Par référence', 'Par adresse'])
  expect(await said(bike)).toEqual(['Bonjour', 'Pour le vélo'])
})

test('what answers a message that was split off joins it, though our address names the conversation it left from', async () => {
  const { sophie, mail, address, bike, addressOf, said } = await openTwo()
  await mail.receive({
    to: address,
    text: 'Et la selle ?',
    messageId: 'selle@exemple.example',
    references: ['velo@exemple.example'],
  })
  const message = (await messagesIn(sophie, bike)).find(({ text }) => text === 'Et la selle ?')!
  const newId = makeId()
  const split = { ...command(), messageId: message.id, part: 'alone', newId }
  await asPerson(sophie).post(`/inbox/conversations/${bike}/split`, split)
  await mail.receive({
    to: addressOf(bike),
    text: 'En cuir, alors',
    references: ['velo@exemple.example', 'selle@exemple.example'],
  })
  await mail.receive({ to: addressOf(bike), text: 'Pour le vélo', references: ['velo@exemple.example'] })
  expect(await said(newId)).toEqual(['Et la selle ?', 'En cuir, alors'])
  expect(await said(bike)).toEqual(['Bonjour', 'Pour le vélo'])
})
