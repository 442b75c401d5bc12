import { inWorkspace } from '@comptoir/db/db'
import type { ClientSlice } from '@comptoir/contract/clients'
import type { SandboxPage } from '@comptoir/contract/messaging'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { makeClient } from '../clients/add-client.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import { changeForm, conversations, field, openCounter, textOf, visit, type Counter } from './testing/open-counter.ts'

const nadia = { name: 'Nadia Peeters', email: 'nadia@exemple.example', phone: '0476 12 34 56' }

test('Nadia, whom nobody knows, writes from the site, and everybody who may see it sees it without asking', async () => {
  const counter = await openCounter()
  const { test, sophie, tom } = counter
  const query = `?from=${encodeURIComponent('https://boulangerie.example/contact?lang=fr#form')}`
  for (const person of [sophie, tom]) {
    const page = await visit(counter, { query })
    const answer = await expectLive(test, person, {}, () =>
      page.send({ ...nadia, message: `Un gâteau, ${person.name} ?` }),
    )
    expect(answer).toMatchObject({ status: 303, to: `/form/${counter.slug}/sent${query.replace('%23form', '')}` })
  }
  const [conversation] = (await conversations(sophie)).slice(-1)
  expect(conversation).toMatchObject({
    conversation: {
      source: 'form',
      sourceUrl: 'https://boulangerie.example/contact?lang=fr',
      clientName: 'Nadia Peeters',
      subject: 'Un gâteau, Sophie ?',
    },
    client: { emails: [{ value: nadia.email }], phones: [{ value: nadia.phone }] },
    items: [{ channel: 'form', direction: 'in', authorName: 'Nadia Peeters', text: 'Un gâteau, Sophie ?' }],
    recipient: nadia.email,
    unread: 1,
  })
  expect(conversation!.mailboxAddress).toBe(counter.mailbox.address)
})

test('what the card of a known client lacks is filled in, and what it says otherwise stays and is shown', async () => {
  const fields = ['name', 'email', 'phone', 'company', 'street', 'town', 'message'] as const
  const counter = await openCounter({ fields: fields.map((kind) => field(kind)) })
  const { test, sophie } = counter
  const known = await addClient(counter, { name: 'Nadia P.', street: 'Rue Haute 1', emails: [nadia.email] })
  const page = await visit(counter)
  const moved = { street: 'Rue Basse 2', town: 'Namur', company: 'Peeters SRL' }
  await expectLive(test, sophie, { clientId: known }, () => page.send({ ...nadia, ...moved, message: 'Bonjour' }))
  const { body } = await asPerson(sophie).get<ClientSlice>(`/clients/${known}`)
  expect(body.client).toMatchObject({ name: 'Nadia P.', street: 'Rue Haute 1', town: '', company: 'Peeters SRL' })
  expect(body.client.phones).toMatchObject([{ value: nadia.phone }])
  const [conversation] = await conversations(sophie)
  expect(conversation!.client.id).toBe(known)
  expect(textOf(conversation!)).toBe(
    [
      'Bonjour\n\nAutre que sur la fiche, qui n’a pas changé :',
      'Nom : Nadia Peeters',
      'Rue et numéro : Rue Basse 2',
      'Localité : Namur',
    ].join('\n'),
  )
})

test('of a family that shares an address, the message is of whoever wrote last', async () => {
  const counter = await openCounter()
  const { test, workspaceId, sophie } = counter
  await addClient(counter, { name: 'Paul', emails: [nadia.email] })
  const wife = await addClient(counter, { name: 'Nadia', emails: [nadia.email] })
  await inWorkspace(test.server.db, workspaceId, (tx) =>
    tx.updateTable('contactPoint').set({ lastUsedAt: '2026-01-01T00:00:00Z' }).where('clientId', '=', wife).execute(),
  )
  await (await visit(counter)).send({ ...nadia, message: 'Bonjour' })
  expect((await conversations(sophie))[0]!.client.id).toBe(wife)
})

test('somebody is known by their telephone, but not where the answer would go to another’s address', async () => {
  const fields = [field('name'), field('email'), field('phone'), field('message')]
  const counter = await openCounter({ fields })
  const { sophie } = counter
  const paul = await addClient(counter, { name: 'Paul', phones: ['0476/12.34.56'], emails: ['paul@exemple.example'] })
  await (await visit(counter)).send({ name: 'Paul', phone: nadia.phone, message: 'Rappelez-moi' })
  await (await visit(counter)).send({ ...nadia, message: 'Répondez-moi' })
  const [hers, his] = await conversations(sophie)
  expect(his).toMatchObject({ client: { id: paul }, recipient: 'paul@exemple.example' })
  expect(hers).toMatchObject({ client: { name: 'Nadia Peeters' }, recipient: nadia.email })
})

test('whoever types a telephone they share, or somebody else’s, puts no address of theirs on that card', async () => {
  const counter = await openCounter({ fields: [field('name'), field('email'), field('phone'), field('message')] })
  const { sophie } = counter
  const paul = await addClient(counter, { name: 'Paul', phones: [nadia.phone] })
  await (await visit(counter)).send({ ...nadia, message: 'Répondez-moi' })
  const [hers] = await conversations(sophie)
  expect(hers).toMatchObject({ client: { name: 'Nadia Peeters' }, recipient: nadia.email })
  const { body } = await asPerson(sophie).get<ClientSlice>(`/clients/${paul}`)
  expect(body.client).toMatchObject({ name: 'Paul', emails: [], phones: [{ value: nadia.phone }] })
})

test('what is asked besides stands in the message', async () => {
  const counter = await openCounter({
    fields: [
      field('email', { need: 'required' }),
      field('message', { label: 'Votre projet' }),
      field('line', { label: 'Quand ?' }),
      field('choice', { label: 'Pièce', options: ['Cuisine', 'Salon'] }),
      field('text', { label: 'Accès' }),
      field('checkbox', { label: 'J’accepte de recevoir la lettre' }),
      field('checkbox', { label: 'Devis par écrit' }),
      field('line', { label: 'Laissé vide' }),
    ],
  })
  const asked = {
    'Quand ?': 'En mai',
    Pièce: 'Salon',
    Accès: 'Deuxième étage\r\nsans ascenseur',
    'Devis par écrit': 'on',
  }
  await (await visit(counter)).send({ email: nadia.email, message: 'Peindre', ...asked })
  const [conversation] = await conversations(counter.sophie)
  expect(textOf(conversation!)).toBe(
    [
      'Peindre\n\nQuand ? En mai\nPièce : Salon\nAccès : \nDeuxième étage\nsans ascenseur',
      'J’accepte de recevoir la lettre : Non\nDevis par écrit : Oui',
    ].join('\n'),
  )
})

test('a sign that stands where the subject is cut keeps nothing back', async () => {
  const counter = await openCounter()
  let page = await visit(counter)
  for (const before of ['', 'N']) {
    expect((await page.send({ ...nadia, message: `${before}${'🍰'.repeat(400)}` })).status).toBe(303)
    page = await visit(counter)
  }
  const subjects = (await conversations(counter.sophie)).map(({ conversation }) => conversation.subject)
  expect(subjects.map((subject) => /^N?🍰+…$/u.test(subject))).toEqual([true, true])
})

test('files come with the message', async () => {
  const counter = await openCounter({ files: 'allowed' })
  const files = [new File(['%PDF'], '../plan d’étage.pdf', { type: 'application/pdf' }), new File([], '')]
  await (await visit(counter)).send({ ...nadia, message: 'Voir le plan' }, { files })
  const [conversation] = await conversations(counter.sophie)
  const [message] = conversation!.items
  expect(message).toMatchObject({
    attachments: [{ name: 'plan d’étage.pdf', mediaType: 'application/pdf', sizeBytes: 4 }],
  })
})

test('an answer leaves by e-mail from the mailbox of the form, and what Nadia answers joins the conversation', async () => {
  const counter = await openCounter()
  const { sophie, test } = counter
  const id = makeId()
  await asPerson(sophie).post('/messaging/mailboxes', {
    commandId: makeId(),
    id,
    name: 'Devis',
    address: 'devis@exemple.be',
  })
  await changeForm(sophie, { mailboxId: id })
  await (await visit(counter)).send({ ...nadia, message: 'Bonjour' })
  const [{ conversation, mailboxAddress }] = (await conversations(sophie)) as [
    Awaited<ReturnType<typeof conversations>>[0],
  ]
  expect(mailboxAddress).toBe('devis@exemple.be')
  const reply = { commandId: makeId(), messageId: makeId(), bodyHtml: '<p>Bonjour Nadia</p>', fileIds: [], baseSeq: 1 }
  expect((await asPerson(sophie).post(`/inbox/conversations/${conversation.id}/replies`, reply)).status).toBe(201)
  await test.server.delivery.idle()
  const { body } = await asPerson(sophie).get<SandboxPage>('/messaging/sandbox')
  expect(body.mails).toMatchObject([
    { from: 'devis@exemple.be', to: nadia.email, toName: 'Nadia Peeters', subject: 'Bonjour' },
  ])
  const answer = { commandId: makeId(), body: 'Merci, à samedi' }
  await asPerson(sophie).post(`/messaging/sandbox/${body.mails[0]!.deliveryId}/answer`, answer)
  await test.server.intake.idle()
  const [threaded, ...others] = await conversations(sophie)
  expect(others).toEqual([])
  expect(threaded!.items).toMatchObject([
    { channel: 'form', direction: 'in' },
    { channel: 'email', direction: 'out' },
    { channel: 'email', direction: 'in', text: 'Merci, à samedi' },
  ])
})

function addClient(
  { test, workspaceId }: Counter,
  given: { name: string; street?: string; emails?: string[]; phones?: string[] },
) {
  return inWorkspace(test.server.db, workspaceId, async (tx) => {
    const { client } = await makeClient(tx, workspaceId, { id: makeId(), ...given })
    return client.id
  })
}
