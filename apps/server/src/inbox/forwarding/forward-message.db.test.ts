import type { ForwardBegun } from '@comptoir/contract/forwarding'
import { makeId } from '@comptoir/rules/uuid'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { openTestReceiver } from '../../messaging/testing/test-receiver.ts'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { asPerson } from '../../testing/as-person.ts'
import type { Person } from '../../testing/people.ts'
import { openMailShop } from '../testing/open-mail-shop.ts'
import { open } from '../testing/open-shop.ts'

const carrier = 'transport@livreur.example'
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Marc wrote a mail with a picture in it, one elsewhere, and a plan beside it. */
async function openWithMail() {
  const shop = await openMailShop({})
  const receiver = await openTestReceiver(shop.test)
  const address = shop.mailbox.address
  await receiver.hand(mailOf(address), address)
  await shop.test.server.intake.idle()
  const inbox = await asPerson(shop.sophie).get<{ rows: { id: string; subject: string }[] }>('/inbox/conversations')
  const { id } = inbox.body.rows.find((row) => row.subject === 'La livraison')!
  const opened = await open(shop.sophie, id)
  const asked = opened.items.find((item) => item.is === 'message')!
  return { ...shop, receiver, address, id, asked, path: `/inbox/conversations/${id}/forwards` }
}

const begin = async (person: Person, path: string, query: string) =>
  (await asPerson(person).get<ForwardBegun>(`${path}?${query}`)).body

function letter(about: object, given: object = {}) {
  return {
    commandId: makeId(),
    messageId: makeId(),
    about,
    subject: 'TR: La livraison',
    bodyHtml: '<p>Pouvez-vous passer lundi ?</p>',
    fileIds: [],
    recipients: { to: [{ address: carrier }], cc: [], bcc: [] },
    ...given,
  }
}

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
  expect(taken.body).toMatchObject({
    is: 'letter',
    letter: { conversationId: id, about, files: files.map((file) => ({ id: file.id })) },
  })
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

test('the answer of the carrier stands in the conversation as theirs; the next reply is for Marc, and names nothing of it', async () => {
  const { sophie, path, id, asked, delivery, sink, receiver, address } = await openWithMail()
  const sent = letter({ is: 'message', messageId: asked.id })
  await asPerson(sophie).post(path, sent)
  await delivery.idle()
  const forwarded = await PostalMime.parse(sink.mails[0]!.raw)
  const before = await open(sophie, id)
  await receiver.receive({
    // A colleague of theirs answers, whom nobody has written to.
    from: 'Léon <quai@livreur.example>',
    to: forwarded.replyTo?.[0]?.address ?? address,
    subject: 'RE: La livraison',
    text: 'Lundi à 9 h.',
    messageId: 'quai@livreur.example',
    references: ['question@marc.example', forwarded.messageId!.slice(1, -1)],
  })
  const after = await open(sophie, id)
  const theirs = after.items.at(-1)!
  expect(theirs).toMatchObject({
    is: 'message',
    direction: 'in',
    party: 'outsider',
    aboutId: sent.messageId,
    authorName: 'Léon',
  })
  expect(after.unread).toBe(before.unread + 1)
  expect(after.conversation.waitingSince).toBe(before.conversation.waitingSince)
  expect(after.answers).toEqual(before.answers)

  await asPerson(sophie).post(`/inbox/conversations/${id}/replies`, {
    commandId: makeId(),
    messageId: makeId(),
    bodyHtml: '<p>Ce sera lundi.</p>',
    baseSeq: 9,
  })
  const begun = await begin(sophie, path, `is=answer&messageId=${theirs.id}`)
  expect(begun).toMatchObject({
    subject: 'RE: La livraison',
    recipients: { to: [{ address: 'quai@livreur.example' }] },
    files: [],
  })
  await asPerson(sophie).post(
    path,
    letter({ is: 'answer', messageId: theirs.id }, { subject: begun.subject, recipients: begun.recipients }),
  )
  await delivery.idle()
  const mails = await Promise.all(sink.mails.map(({ raw }) => PostalMime.parse(raw)))
  const toMarc = mails.find(({ html }) => html?.includes('Ce sera lundi'))!
  expect(toMarc.to).toMatchObject([{ address: 'marc@exemple.example' }])
  expect(toMarc).toMatchObject({ inReplyTo: '<question@marc.example>', references: '<question@marc.example>' })
  const toLeon = mails.find(({ to }) => to?.[0]?.address === 'quai@livreur.example')!
  expect(toLeon).toMatchObject({ subject: 'RE: La livraison', inReplyTo: '<quai@livreur.example>' })
  expect(toLeon.references).toBe(`<question@marc.example> ${forwarded.messageId} <quai@livreur.example>`)
  expect(toLeon.html).not.toContain('la table')
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

function mailOf(to: string) {
  return [
    'From: Marc Dubois <marc@exemple.example>',
    `To: ${to}`,
    'Subject: La livraison',
    'Message-ID: <question@marc.example>',
    'Date: Mon, 2 Mar 2026 10:00:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=a',
    '',
    '--a',
    'Content-Type: multipart/related; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Quand vient <b>la table</b> ? <img src="cid:photo"><img width="90" src="https://images.exemple.example/logo.png"></p>',
    '--b',
    'Content-Type: image/png; name=photo.png',
    'Content-ID: <photo>',
    'Content-Disposition: inline; filename=photo.png',
    'Content-Transfer-Encoding: base64',
    '',
    png,
    '--b--',
    '--a',
    'Content-Type: text/plain; name=plan.txt',
    'Content-Disposition: attachment; filename=plan.txt',
    '',
    'Le plan',
    '--a--',
    '',
  ].join('\r\n')
}
