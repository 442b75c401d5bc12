import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { OpenedConversation } from '@comptoir/contract/inbox'
import { openBusiness, type Business } from './open-business.ts'

let business: Business
beforeAll(async () => {
  // Paul left, and the address his mail goes on to is closed.
  business = await openBusiness({ clients: ['claire', 'lea', 'nora'], forwards: { paul: 'paul@closed.test' } })
})
beforeEach(({ onTestFailed }) => onTestFailed(() => console.log(business.logs())))
afterAll(() => business?.close())

test('a client whose address is gone: Sophie reads in the words of their server that nobody has it', async () => {
  const { sophie, address } = business
  const ghost = business.client('Gaston')
  await ghost.write({ to: address, subject: 'Avant de partir', text: 'Je change d’adresse.' })
  const { conversation } = await sophie.receives('Avant de partir')
  const receipt = await sophie.shows(await sophie.reply(conversation.id, '<p>Laquelle ?</p>'), 'failed')
  expect(receipt.reason).toBe('errors.delivery_no_such_address')
  expect(receipt.answer).toMatch(/^550 5\.1\.1 <gaston@clients\.test>: Recipient address rejected: User unknown/)
})

test('a mail that is taken and then comes back turns from sent to failed', async () => {
  const { sophie, address } = business
  await business.client('Paul').write({ to: address, subject: 'Mon devis', text: 'Où en est-il ?' })
  const { conversation } = await sophie.receives('Mon devis')
  const reply = await sophie.reply(conversation.id, '<p>Le voici.</p>')
  const receipt = await sophie.shows(reply, 'failed')
  expect(receipt).toMatchObject({
    reason: 'errors.delivery_no_such_address',
    answer: 'This server reaches nobody else',
  })
  expect(sophie.receipts(reply).map(({ state }) => state)).toEqual(['sent', 'failed'])
  expect(business.postfix.log()).toMatch(/to=<paul@closed\.test>, orig_to=<paul@clients\.test>.*status=bounced/)
  // The report is about the reply; it is not something Paul said.
  const opened = await sophie.get<OpenedConversation>(`/inbox/conversations/${conversation.id}`)
  expect(opened.items.filter(({ is }) => is === 'message')).toHaveLength(2)
})

test('a reply waits while the mail server is away, and leaves once when it is back', async () => {
  const { sophie, address, postfix } = business
  const claire = business.client('Claire')
  await claire.write({ to: address, subject: 'La clé', text: 'Elle est chez vous ?' })
  const { conversation } = await sophie.receives('La clé')
  postfix.stop()
  const reply = await sophie.reply(conversation.id, '<p>Oui, à l’accueil.</p>')
  expect((await sophie.shows(reply, 'queued')).reason).toBe('errors.delivery_waits_for_account')
  postfix.start()
  await sophie.shows(reply, 'sent', 90_000)
  const mails = await claire.mails(1)
  expect(mails[0]!.text).toContain('Oui, à l’accueil.')
})

test('a client who mistypes the address gets their mail back', async () => {
  const lea = business.client('Lea')
  await lea.write({ to: 'bonjuor@comptoir.test', subject: 'Bonjour', text: 'C’est Léa.' })
  const [returned] = await lea.mails(1)
  expect(returned!.source).toMatch(/550 5\.\d\.\d No such mailbox here/)
})

test('a mail heavier than Comptoir takes goes back to who wrote it, and Sophie can still be written to', async () => {
  const { sophie, address } = business
  const nora = business.client('Nora')
  const film = Buffer.alloc(30 * 2 ** 20, 'film')
  await nora.write({
    to: address,
    subject: 'Le film',
    text: 'Voilà.',
    attachments: [{ filename: 'film.mp4', content: film }],
  })
  const [returned] = await nora.mails(1)
  expect(returned!.source).toMatch(/message size \d+ exceeds size limit 36700160/)
  await nora.write({ to: address, subject: 'Sans le film', text: 'Trop lourd.' })
  await sophie.receives('Sans le film')
  expect(sophie.received('Le film')).toEqual([])
})
