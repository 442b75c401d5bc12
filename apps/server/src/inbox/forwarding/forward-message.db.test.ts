import type { LettersSlice } from '@comptoir/contract/unsent-letters'
import { makeId } from '@comptoir/rules/uuid'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { asPerson } from '../../testing/as-person.ts'
import { openMailShop } from '../testing/open-mail-shop.ts'
import { open } from '../testing/open-shop.ts'
import { begin, carrier, letter, openWithMail } from './testing/open-with-mail.ts'

test('Sophie passes the mail of Marc on to the carrier, with its plan and its picture, and Marc still waits', async () => {
  const shop = await openWithMail()
  const { sophie, path, id, asked, delivery, sink } = shop
  const begun = await begin(sophie, path, `is=message&messageId=${asked.id}`)
  expect(begun).toMatchObject({ subject: 'TR: La livraison', recipients: { to: [], cc: [], bcc: [] } })
  expect(begun.files.map(({ name }) => name).sort()).toEqual(['photo.png', 'plan.txt'])
  const sent = letter({ is: 'message', messageId: asked.id }, { fileIds: begun.files.map((file) => file.id) })
  const before = await open(sophie, id)
  const answer = await asPerson(sophie).post(path, sent)
  expect(answer.status).toBe(201)
  const after = await open(sophie, id)
  expect(after.items.at(-1)).toMatchObject({
    party: 'outsider',
    aboutId: asked.id,
    text: 'Pouvez-vous passer lundi ?',
    addressees: [{ role: 'to', address: carrier }],
  })
  expect(after.conversation.waitingSince).toBe(before.conversation.waitingSince)
  expect(after.answers).toEqual(before.answers)

  await delivery.idle()
  expect(sink.mails.map((mail) => mail.to)).toEqual([[carrier]])
  const mail = await PostalMime.parse(sink.mails[0]!.raw)
  expect(mail).toMatchObject({ subject: 'TR: La livraison', references: '<question@marc.example>' })
  expect(mail.messageId).toContain(sent.messageId)
  expect(mail.inReplyTo).toBeUndefined()
  expect(mail.html).toMatch(/Pouvez-vous passer lundi[\s\S]*De.:<\/b> Marc Dubois[\s\S]*À.:<\/b>[\s\S]*la table/)
  expect(mail.text).toMatch(/Message transféré[\s\S]*De.: Marc Dubois <marc@exemple.example>[\s\S]*la table/)
  const [cid] = /cid:[^"]+/.exec(mail.html!)!
  expect(mail.attachments.map(({ filename, contentId }) => [filename, contentId])).toEqual([
    ['photo.png', `<${cid.slice(4)}>`],
    ['plan.txt', undefined],
  ])
  expect(mail.html).toContain('src="https://images.exemple.example/logo.png"')
})

test('taken back in time, it is given back with its files, and those of Marc stay where they were', async () => {
  const { sophie, path, id, asked, delivery, sink } = await openWithMail()
  const undo = { commandId: makeId(), undoSeconds: 30 }
  expect((await asPerson(sophie).put('/settings/workspace/undo-send', undo)).status).toBe(200)
  const { files } = await begin(sophie, path, `is=message&messageId=${asked.id}`)
  const about = { is: 'message', messageId: asked.id }
  const sent = letter(about, { fileIds: files.map((file) => file.id) })
  expect((await asPerson(sophie).post(path, sent)).status).toBe(201)
  const taken = await asPerson(sophie).post(`/inbox/messages/${sent.messageId}/take-back`, { commandId: makeId() })
  expect(taken.status).toBe(200)
  expect(taken.body).toEqual({ is: 'letter', conversationId: id, about })
  const { letters } = (await asPerson(sophie).get<LettersSlice>('/inbox/letters')).body
  expect(letters).toMatchObject([{ conversationId: id, files: files.map((file) => ({ id: file.id })) }])
  await delivery.idle()
  expect(sink.mails).toEqual([])
  const { items } = await open(sophie, id)
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({ attachments: [{}, {}] })
})

test('what Sophie takes out does not leave, and the picture without its file is not missed in the text', async () => {
  const { sophie, path, asked, delivery, sink } = await openWithMail()
  await asPerson(sophie).post(path, letter({ is: 'message', messageId: asked.id }))
  await delivery.idle()
  const mail = await PostalMime.parse(sink.mails[0]!.raw)
  expect(mail.attachments).toEqual([])
  expect(mail.html).not.toMatch(/cid:|mail-image/)
  expect(mail.html).toContain('la table')
})

test('a whole conversation is passed on, oldest first, without notes nor what is said with others', async () => {
  const { sophie, path, id, asked, delivery, sink } = await openWithMail()
  await asPerson(sophie).post(path, letter({ is: 'message', messageId: asked.id }, { bodyHtml: '<p>En secret</p>' }))
  await asPerson(sophie).post(`/inbox/conversations/${id}/notes`, {
    commandId: makeId(),
    noteId: makeId(),
    body: 'Mauvais payeur',
  })
  await asPerson(sophie).post(`/inbox/conversations/${id}/replies`, {
    commandId: makeId(),
    messageId: makeId(),
    bodyHtml: '<p>Nous cherchons un livreur.</p>',
    baseSeq: 9,
  })
  expect((await begin(sophie, path, 'is=conversation')).originals).toMatchObject([
    { authorName: 'Marc Dubois' },
    { text: 'Nous cherchons un livreur.' },
  ])
  await asPerson(sophie).post(path, letter({ is: 'conversation' }, { bodyHtml: '<p>Tout est là.</p>' }))
  await delivery.idle()
  const last = await PostalMime.parse(sink.mails.at(-1)!.raw)
  expect(last.text).toMatch(/Tout est là[\s\S]*la table[\s\S]*Nous cherchons un livreur/)
  expect(last.text).not.toMatch(/secret|payeur/)
})

test('nothing is passed on to Marc himself, to nobody, or of a conversation one does not see', async () => {
  const { sophie, path, asked } = await openWithMail()
  const about = { is: 'message', messageId: asked.id }
  const to = (address: string) => ({ recipients: { to: [], cc: [], bcc: [{ address }] } })
  const both = { to: [{ address: carrier }], cc: [{ address: 'Marc@Exemple.example' }], bcc: [] }
  const nobody = await asPerson(sophie).post(path, letter(about, to(carrier)))
  expect(nobody).toBeRefused('invalid', 'errors.nobody_to')
  expect(await asPerson(sophie).post(path, letter(about, { recipients: both }))).toBeRefused(
    'invalid',
    'errors.letter_to_client',
  )
  expect(await asPerson(sophie).post(path, letter({ is: 'message', messageId: makeId() }))).toBeRefused('not_found')
})

test('a letter to somebody outside is on every screen at once', async () => {
  const { test, hugo, sophie, conversation, looking } = await openMailShop({})
  const path = `/inbox/conversations/${conversation.id}/forwards`
  const done = await expectLive(test, hugo, looking, () =>
    asPerson(sophie).post(path, letter({ is: 'conversation' }, { subject: 'Avis ?' })),
  )
  expect(done.status).toBe(201)
})
