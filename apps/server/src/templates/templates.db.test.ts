import type { TemplatesSlice, TemplateView } from '@comptoir/contract/templates'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { reply, open, openShop, type Shop } from '../inbox/testing/open-shop.ts'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import type { Person } from '../testing/people.ts'
import { uploadFile } from '../testing/upload-file.ts'

const kept = { name: 'Devis prêt', category: 'Devis', bodyHtml: '<p>Votre devis est prêt.</p>', whose: 'team' }

function add(person: Person, given: object = {}) {
  const asked = { commandId: makeId(), id: makeId(), ...kept, ...given }
  return asPerson(person).post<{ template: TemplateView }>('/templates', asked)
}

const change = (person: Person, { id, version }: TemplateView, given: object) =>
  asPerson(person).put<{ template: TemplateView }>(`/templates/${id}`, {
    commandId: makeId(),
    version,
    ...kept,
    ...given,
  })
const act = (person: Person, id: string, what: 'remove' | 'restore' | 'use') =>
  asPerson(person).post(`/templates/${id}/${what}`, { commandId: makeId() })

async function templates(person: Person) {
  const { body } = await asPerson(person).get<TemplatesSlice>('/templates')
  return body.templates
}

const names = async (person: Person) => (await templates(person)).map((one) => one.name)

const whileAllLook = <T>({ test: opened, sophie, hugo, lea }: Shop, work: () => Promise<T>) =>
  expectLive(opened, sophie, {}, () => expectLive(opened, hugo, {}, () => expectLive(opened, lea, {}, work)))

test('Sophie keeps a text for the team, changes it, takes it for herself, removes it and brings it back', async () => {
  const shop = await openShop()
  const { sophie, hugo, lea } = shop
  const { template } = (await whileAllLook(shop, () => add(sophie))).body
  expect([await names(sophie), await names(hugo), await names(lea)]).toEqual(Array(3).fill(['Devis prêt']))
  const changed = await whileAllLook(shop, () => change(hugo, template, { name: 'Devis envoyé' }))
  expect(await names(lea)).toEqual(['Devis envoyé'])
  await whileAllLook(shop, () => change(sophie, changed.body.template, { whose: 'own' }))
  expect([await names(sophie), await names(hugo), await names(lea)]).toEqual([['Devis prêt'], [], []])
  await whileAllLook(shop, () => act(sophie, template.id, 'remove'))
  expect(await names(sophie)).toEqual([])
  await whileAllLook(shop, () => act(sophie, template.id, 'restore'))
  expect(await names(sophie)).toEqual(['Devis prêt'])
})

test('each use is counted, and seen by all who may use it', async () => {
  const shop = await openShop()
  const { sophie, hugo, lea } = shop
  const { id } = (await add(sophie)).body.template
  await whileAllLook(shop, () => act(lea, id, 'use'))
  await whileAllLook(shop, () => act(hugo, id, 'use'))
  expect(await templates(sophie)).toMatchObject([{ useCount: 2, lastUsedAt: expect.any(String) as string }])
})

test('what Hugo changed meanwhile is not lost under what Sophie writes', async () => {
  const { sophie, hugo } = await openShop()
  const { template } = (await add(sophie)).body
  await change(hugo, template, { name: 'De Hugo' })
  expect(await change(sophie, template, { name: 'De Sophie' })).toBeRefused('conflict', 'errors.template_changed')
  expect(await names(sophie)).toEqual(['De Hugo'])
})

test('Léa, a delegate, uses what the team keeps and keeps texts of her own, and changes none of the team’s', async () => {
  const { sophie, lea, tom } = await openShop()
  const { template } = (await add(sophie)).body
  expect(await change(lea, template, {})).toBeRefused('not_allowed')
  expect(await act(lea, template.id, 'remove')).toBeRefused('not_allowed')
  expect(await act(lea, template.id, 'restore')).toBeRefused('not_allowed')
  expect(await add(lea)).toBeRefused('not_allowed')
  const own = (await add(lea, { name: 'De Léa', whose: 'own' })).body.template
  expect(await change(lea, own, { whose: 'team' })).toBeRefused('not_allowed')
  expect(await names(lea)).toEqual(['De Léa', 'Devis prêt'])
  expect([await names(sophie), await names(tom)]).toEqual([['Devis prêt'], ['Devis prêt']])
})

test('what somebody keeps for themselves exists for nobody else', async () => {
  const { sophie, hugo } = await openShop()
  const { template } = (await add(sophie, { whose: 'own' })).body
  expect(await change(hugo, template, {})).toBeRefused('not_found', 'errors.template_missing')
  for (const what of ['remove', 'restore', 'use'] as const)
    expect(await act(hugo, template.id, what)).toBeRefused('not_found', 'errors.template_missing')
  expect(await names(sophie)).toEqual(['Devis prêt'])
})

test('the picture that goes with it leaves with the reply of a delegate, who did not bring it', async () => {
  const shop = await openShop()
  const { sophie, lea, tom, path, conversation } = shop
  const photo = await uploadFile(sophie, 'L’atelier')
  const held = (fileIds: string[]) => asPerson(lea).post(`${path}/replies`, reply({ fileIds }))
  expect(await held([photo])).toBeRefused('not_found', 'errors.file_missing')
  const { template } = (await add(sophie, { fileIds: [photo] })).body
  expect(template.files.map(({ id }) => id)).toEqual([photo])
  expect((await asPerson(tom).get(`/files/${photo}`)).status).toBe(200)
  expect((await held([photo])).status).toBe(201)
  const { items } = await open(sophie, conversation.id)
  expect(items.at(-1)).toMatchObject({ attachments: [{ id: photo }] })
})

test('a picture of Sophie’s own text is for her alone', async () => {
  const { sophie, hugo } = await openShop()
  const photo = await uploadFile(sophie, 'L’atelier')
  await add(sophie, { fileIds: [photo], whose: 'own' })
  expect(await asPerson(hugo).get(`/files/${photo}`)).toBeRefused('not_found')
})

test('of what is kept only our looks and our variables stay', async () => {
  const { sophie } = await openShop()
  const bodyHtml =
    '<p onclick="x">Bonjour <span data-variable="client_name" style="x">Client</span> <span data-variable="password">p</span><script>1</script></p>'
  const { template } = (await add(sophie, { bodyHtml })).body
  expect(template.bodyHtml).toBe('<p>Bonjour <span data-variable="client_name">Client</span> <span>p</span></p>')
  expect(await add(sophie, { bodyHtml: '<p> </p>' })).toBeRefused('invalid', 'errors.empty_message')
  expect(await add(sophie, { fallbacks: { password: 'x' } })).toBeRefused('invalid')
})

test('what could not be filled in is never sent to a client', async () => {
  const { sophie, path, conversation } = await openShop()
  const bodyHtml = '<p>Bonjour [\u2060Prénom\u2060],</p>'
  expect(await asPerson(sophie).post(`${path}/replies`, reply({ bodyHtml }))).toBeRefused('invalid', 'errors.gap_left')
  const { items } = await open(sophie, conversation.id)
  expect(items.filter((item) => item.is === 'message' && item.direction === 'out')).toEqual([])
})
