import type { RefusalBody } from '@comptoir/contract/refusal'
import type { LettersSlice, UnsentLetter } from '@comptoir/contract/unsent-letters'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { runNight } from '../../nightly-jobs.ts'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { asOwner } from '../../testing/as-owner.ts'
import { asPerson } from '../../testing/as-person.ts'
import type { Person } from '../../testing/people.ts'
import { uploadFile } from '../../testing/upload-file.ts'
import { merge, openTwo } from '../testing/merge.ts'
import { logOf, open, openShop } from '../testing/open-shop.ts'

const at = (about: string, aboutId: string) => `/inbox/letters/${about}/${aboutId}`
const letter = (version: number, given: object = {}) => ({
  mailboxId: null,
  client: null,
  address: '',
  recipients: null,
  subject: 'Votre devis',
  bodyHtml: '<p>Bonjour</p>',
  fileIds: [],
  signature: 'with',
  version,
  ...given,
})
const save = (person: Person, path: string, given: object) =>
  asPerson(person).put<{ letter: UnsentLetter }>(path, given)
const lettersOf = async (person: Person) => (await asPerson(person).get<LettersSlice>('/inbox/letters')).body.letters

test('a conversation Hugo begins at the shop is on his other screens as he types, and on nobody else’s', async () => {
  const { test, hugo, sophie, marc, workspaceId } = await openShop()
  const path = at('beginning', makeId())
  const client = { is: 'existing', clientId: marc.id }
  const first = letter(0, { client, address: 'marc@exem' })
  const begun = await expectLive(test, hugo, {}, () => save(hugo, path, first))
  expect(begun.body.letter).toMatchObject({
    version: 1,
    client: { is: 'existing', client: { id: marc.id, name: 'Marc', email: marc.email } },
    address: 'marc@exem',
    conversationId: null,
  })
  await expectLive(test, hugo, {}, () => save(hugo, path, letter(1, { subject: 'Notre devis' })))
  expect(await lettersOf(hugo)).toMatchObject([{ subject: 'Notre devis', client: null, version: 2 }])
  expect(await lettersOf(sophie)).toEqual([])
  const rooms = (await logOf(test, workspaceId)).map((event) => event.rooms)
  expect(rooms).toEqual([[`user:${hugo.userId}`], [`user:${hugo.userId}`]])
})

test('several begun conversations wait, the one touched last first, and one is thrown away', async () => {
  const { test, hugo } = await openShop()
  const [one, other] = [at('beginning', makeId()), at('beginning', makeId())]
  await save(hugo, one, letter(0, { subject: 'Un' }))
  await save(hugo, other, letter(0, { subject: 'Deux' }))
  await expectLive(test, hugo, {}, () => save(hugo, one, letter(1, { subject: 'Un', bodyHtml: '<p>Encore</p>' })))
  expect((await lettersOf(hugo)).map(({ subject }) => subject)).toEqual(['Un', 'Deux'])
  expect((await expectLive(test, hugo, {}, () => asPerson(hugo).delete(one))).status).toBe(204)
  expect((await asPerson(hugo).delete(one)).status).toBe(204)
  expect((await lettersOf(hugo)).map(({ subject }) => subject)).toEqual(['Deux'])
})

test('written on two screens, the later one is told and loses nothing; sent twice, it is kept once', async () => {
  const { test, hugo, workspaceId } = await openShop()
  const path = at('beginning', makeId())
  const first = await save(hugo, path, letter(0))
  expect((await save(hugo, path, letter(0))).body).toEqual(first.body)
  expect(await logOf(test, workspaceId)).toHaveLength(1)
  await save(hugo, path, letter(1, { bodyHtml: '<p>Au bureau</p>' }))
  const refused = await asPerson(hugo).put<RefusalBody>(path, letter(1, { bodyHtml: '<p>Au téléphone</p>' }))
  expect(refused).toBeRefused('conflict', 'errors.newer_draft')
  expect(refused.body.details?.['letter']).toMatchObject({ version: 2, bodyHtml: '<p>Au bureau</p>' })
})

test('sending the first message of a conversation throws its letter away, and a late save is told it is gone', async () => {
  const { test, hugo, marc } = await openShop()
  const conversationId = makeId()
  const path = at('beginning', conversationId)
  await save(hugo, path, letter(0, { client: { is: 'existing', clientId: marc.id }, address: marc.email }))
  await expectLive(test, hugo, {}, () =>
    asPerson(hugo).post('/inbox/conversations', {
      commandId: makeId(),
      conversationId,
      messageId: makeId(),
      client: { is: 'existing', clientId: marc.id },
      to: marc.email,
      subject: 'Votre devis',
      bodyHtml: '<p>Bonjour</p>',
      fileIds: [],
    }),
  )
  expect(await lettersOf(hugo)).toEqual([])
  const late = await asPerson(hugo).put<RefusalBody>(path, letter(1))
  expect(late).toBeRefused('conflict', 'errors.newer_draft')
  expect(late.body.details).toEqual({ letter: null })
})

test('what Léa passes on stays hers while she writes, goes when it is sent, and follows what is confided to her', async () => {
  const { test, hugo, lea, tom, conversation } = await openShop()
  const { items } = await open(lea, conversation.id)
  const about = { is: 'message', messageId: items.find((item) => item.is === 'message')!.id }
  const path = at('message', about.messageId)
  const recipients = { to: [{ address: 'quai@livreur.example', name: '' }], cc: [], bcc: [] }
  const looking = { conversationId: conversation.id }
  await expectLive(test, lea, looking, () => save(lea, path, letter(0, { recipients })))
  expect(await lettersOf(lea)).toMatchObject([{ conversationId: conversation.id, recipients, about: 'message' }])
  expect(await lettersOf(hugo)).toEqual([])

  const confide = (assigneeId: string | null) =>
    asPerson(hugo).put(`/inbox/conversations/${conversation.id}/assignee`, { commandId: makeId(), assigneeId })
  await expectLive(test, lea, looking, () => confide(tom.userId))
  expect(await lettersOf(lea)).toEqual([])
  expect(await save(lea, path, letter(1))).toBeRefused('not_found')
  expect(await asPerson(lea).delete(path)).toBeRefused('not_found')
  expect(await save(tom, at('conversation', conversation.id), letter(0))).toMatchObject({ status: 200 })
  await expectLive(test, lea, looking, () => confide(lea.userId))
  expect(await lettersOf(lea)).toHaveLength(1)

  const sent = await expectLive(test, lea, looking, () =>
    asPerson(lea).post(`/inbox/conversations/${conversation.id}/forwards`, {
      commandId: makeId(),
      messageId: makeId(),
      about,
      subject: 'TR: Question',
      bodyHtml: '<p>Pour avis</p>',
      recipients,
    }),
  )
  expect(sent.status).toBe(201)
  expect(await lettersOf(lea)).toEqual([])
})

test('Léa, a delegate, begins no conversation; nobody names what is not theirs to see', async () => {
  const { hugo, lea, tom, conversation } = await openShop()
  expect(await save(lea, at('beginning', makeId()), letter(0))).toBeRefused('not_allowed')
  expect(await asPerson(lea).delete(at('beginning', makeId()))).toBeRefused('not_allowed')
  expect(await save(tom, at('conversation', conversation.id), letter(0))).toBeRefused('not_found')
  const path = at('beginning', makeId())
  const given = { client: { is: 'existing', clientId: makeId() }, mailboxId: makeId(), fileIds: [makeId()] }
  const { client, mailboxId, fileIds } = given
  expect(await save(hugo, path, letter(0, { client }))).toBeRefused('not_found', 'errors.client_missing')
  expect(await save(hugo, path, letter(0, { mailboxId }))).toBeRefused('not_found', 'errors.mailbox_missing')
  expect(await save(hugo, path, letter(0, { fileIds }))).toBeRefused('not_found', 'errors.file_missing')
  const scripted = letter(0, { bodyHtml: '<p onclick="x()">Oui<script>x()</script></p>' })
  expect((await save(hugo, path, scripted)).body.letter.bodyHtml).toBe('<p>Oui</p>')
})

test('whoever becomes a delegate keeps only the letters about what is confided to them', async () => {
  const { test, hugo, sophie, conversation } = await openShop()
  await asPerson(hugo).put(`/inbox/conversations/${conversation.id}/assignee`, {
    commandId: makeId(),
    assigneeId: hugo.userId,
  })
  await save(hugo, at('conversation', conversation.id), letter(0))
  await save(hugo, at('beginning', makeId()), letter(0))
  await asPerson(sophie).put(`/members/${hugo.userId}/role`, { commandId: makeId(), role: 'delegate' })
  expect(await asOwner(test, 'select about from unsent_letter')).toEqual([{ about: 'conversation' }])
})

test('letters about conversations that become one are about that one, one text after the other', async () => {
  const { test, sophie, hugo, conversation, other } = await openTwo()
  await save(hugo, at('conversation', conversation.id), letter(0, { bodyHtml: '<p>Un</p>' }))
  await save(hugo, at('conversation', other.id), letter(0, { bodyHtml: '<p>Deux</p>' }))
  await save(sophie, at('conversation', other.id), letter(0, { bodyHtml: '<p>Sophie</p>' }))
  await expectLive(test, hugo, { conversationId: conversation.id }, () => merge(sophie, conversation.id, [other.id]))
  expect(await lettersOf(hugo)).toMatchObject([
    { aboutId: conversation.id, bodyHtml: '<p>Un</p><p>Deux</p>', version: 2 },
  ])
  expect(await lettersOf(sophie)).toMatchObject([{ aboutId: conversation.id, bodyHtml: '<p>Sophie</p>' }])
})

test('a client who is called otherwise is so in the letter to them', async () => {
  const { test, hugo, sophie, marc } = await openShop()
  const client = { is: 'existing', clientId: marc.id }
  await save(hugo, at('beginning', makeId()), letter(0, { client }))
  const change = { commandId: makeId(), field: 'name', value: 'Marc Dubois', was: 'Marc' }
  await expectLive(test, hugo, {}, () => asPerson(sophie).put(`/clients/${marc.id}/fields`, change))
  expect(await lettersOf(hugo)).toMatchObject([{ client: { client: { name: 'Marc Dubois' } } }])
})

test('files that a letter holds outlive the night, until it is thrown away', async () => {
  const { test, hugo } = await openShop()
  const [held, drawn] = [await uploadFile(hugo, 'Le plan'), await uploadFile(hugo, 'La photo')]
  await uploadFile(hugo, 'À personne')
  const path = at('beginning', makeId())
  const bodyHtml = `<p>Voici <img data-picture="${drawn}" alt=""></p>`
  expect((await save(hugo, path, letter(0, { fileIds: [held], bodyHtml }))).status).toBe(200)
  await asOwner(test, `update file set created_at = now() - interval '3 days'`)
  await runNight(test.server)
  const left = await asOwner<{ id: string }>(test, 'select id from file')
  expect(left.map(({ id }) => id).sort()).toEqual([held, drawn].sort())
  await asPerson(hugo).delete(path)
  await runNight(test.server)
  expect(await asOwner(test, 'select id from file')).toEqual([])
})

test('a letter about a message that is taken back is not shown, and gone by the morning', async () => {
  const { test, hugo, sophie, conversation, path: of } = await openShop()
  await asPerson(sophie).put('/settings/workspace/undo-send', { commandId: makeId(), undoSeconds: 30 })
  const messageId = makeId()
  const reply = { commandId: makeId(), messageId, bodyHtml: '<p>Oui</p>', fileIds: [], baseSeq: 1 }
  await asPerson(hugo).post(`${of}/replies`, reply)
  expect((await save(hugo, at('message', messageId), letter(0))).status).toBe(200)
  await expectLive(test, hugo, { conversationId: conversation.id }, () =>
    asPerson(hugo).post(`/inbox/messages/${messageId}/take-back`, { commandId: makeId() }),
  )
  expect(await lettersOf(hugo)).toEqual([])
  await runNight(test.server)
  expect(await asOwner(test, 'select about from unsent_letter')).toEqual([])
})
