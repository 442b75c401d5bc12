import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { OpenedConversation } from '@comptoir/contract/inbox'
import type { MailboxTest } from '@comptoir/contract/mailboxes'
import { openBusiness, type Business } from './open-business.ts'

let business: Business
beforeAll(async () => {
  business = await openBusiness({ clients: ['claire', 'marc', 'lea', 'jean'] })
})
beforeEach(({ onTestFailed }) => onTestFailed(() => console.log(business.logs())))
afterAll(() => business?.close())

test('a client writes, Sophie answers from her inbox, the client reads it and answers back', async () => {
  const { sophie, address } = business
  const claire = business.client('Claire')

  const written = await claire.write({ to: address, subject: 'Été à Liège', text: 'Où êtes-vous garés ? Ça presse…' })
  const { conversation, message } = await sophie.receives('Été à Liège')
  expect(message).toMatchObject({ text: 'Où êtes-vous garés ? Ça presse…', authorName: 'Claire', channel: 'email' })
  expect(conversation).toMatchObject({ clientName: 'Claire', source: 'email', state: 'open' })

  const reply = await sophie.reply(conversation.id, '<p>Rue de la <strong>Forêt</strong>, derrière l’église.</p>')
  await sophie.shows(reply, 'sent')
  const [read] = await claire.mails(1)
  expect(read).toMatchObject({
    from: { name: 'Atelier Sophie', address },
    to: [{ name: 'Claire', address: 'claire@clients.test' }],
    subject: 'Re: Été à Liège',
    inReplyTo: written,
    references: written,
    text: expect.stringContaining('Rue de la Forêt, derrière l’église.'),
    html: expect.stringContaining('<strong>Forêt</strong>'),
  })
  expect(read!.replyTo![0]!.address).toMatch(/^bonjour\+r[a-z2-7]{42}@comptoir\.test$/)

  await claire.answer(read!, 'Merci, j’arrive !')
  const back = await sophie.receives('Merci, j’arrive !')
  expect(back.conversation).toMatchObject({ id: conversation.id, clientName: 'Claire' })
  expect(back.message.text).toBe('Merci, j’arrive !')
  expect(back.message.quotedText).toContain('derrière l’église.')
  const opened = await sophie.get<OpenedConversation>(`/inbox/conversations/${conversation.id}`)
  expect(opened.items.filter(({ is }) => is === 'message')).toHaveLength(3)
})

test('the client’s server confirms that it delivered, and Sophie’s mark says so', async () => {
  const { sophie, address } = business
  await business.client('Jean').write({ to: address, subject: 'Bien reçu ?', text: 'Dites-moi.' })
  const { conversation } = await sophie.receives('Bien reçu ?')
  const reply = await sophie.reply(conversation.id, '<p>Bien reçu.</p>')
  await sophie.shows(reply, 'delivered')
  expect(sophie.receipts(reply).map(({ state }) => state)).toEqual(['sent', 'delivered'])
  // The report is about the reply; it is not something Jean said.
  const opened = await sophie.get<OpenedConversation>(`/inbox/conversations/${conversation.id}`)
  expect(opened.items.filter(({ is }) => is === 'message')).toHaveLength(2)
})

test('what is attached arrives byte for byte, in both directions', async () => {
  const { sophie, address } = business
  const marc = business.client('Marc')
  const photo = randomBytes(300_000)
  await marc.write({
    to: address,
    subject: 'Le toit',
    text: 'Voici.',
    attachments: [{ filename: 'toit d’été.jpg', content: photo }],
  })
  const { conversation, message } = await sophie.receives('Le toit')
  expect(message.attachments).toMatchObject([{ name: 'toit d’été.jpg', sizeBytes: photo.length }])
  const received = await sophie.download(message.attachments[0]!.id)
  expect(received.equals(photo)).toBe(true)

  const quote = randomBytes(400_000)
  const { id } = await sophie.upload('Devis n° 12.pdf', 'application/pdf', quote)
  await sophie.shows(await sophie.reply(conversation.id, '<p>Le devis.</p>', [id]), 'sent')
  const { attachments } = (await marc.mails(1))[0]!
  expect(attachments).toMatchObject([{ filename: 'Devis n° 12.pdf', mimeType: 'application/pdf' }])
  expect(Buffer.from(attachments[0]!.content as ArrayBuffer).equals(quote)).toBe(true)
})

test('an answer that says nothing of what it answers still finds its conversation', async () => {
  const { sophie, address } = business
  const lea = business.client('Lea')
  await lea.write({ to: address, subject: 'Rendez-vous', text: 'Mardi ?' })
  const { conversation } = await sophie.receives('Rendez-vous')
  await sophie.reply(conversation.id, '<p>Mardi à 9 h.</p>')
  await lea.answerFromPhone((await lea.mails(1))[0]!, 'Parfait pour mardi.')
  expect((await sophie.receives('Parfait pour mardi.')).conversation.id).toBe(conversation.id)
})

test('the mail server of the clients speaks TLS with Comptoir', () => {
  expect(business.postfix.log()).toMatch(/TLS connection established to 127\.0\.0\.1\[127\.0\.0\.1\]:\d+: TLSv1\.[23]/)
})

test.each([
  {
    asked: 'TLS where there is none',
    account: { security: 'starttls', username: '', password: undefined },
    problem: 'tls',
  },
  {
    asked: 'to sign in where nobody signs in',
    account: { security: 'none', username: 'sophie', password: 'x' },
    problem: 'no_auth_offered',
  },
])('Sophie is told what is wrong with an account that asks $asked', async ({ account, problem }) => {
  const { sophie, mailboxId, postfix } = business
  const { password, ...way } = account
  const input = { smtp: { host: '127.0.0.1', port: postfix.port, ...way }, imap: null, password }
  const answer = await sophie.post<MailboxTest>(`/messaging/mailboxes/${mailboxId}/test`, input)
  expect(answer).toMatchObject({ ok: false, smtp: { ok: false, problem } })
})
