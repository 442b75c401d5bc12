import type { ClientSlice } from '@comptoir/contract/clients'
import { fieldKinds, type FieldKind } from '@comptoir/contract/client-fields'
import type { FieldValue } from '@comptoir/contract/field-values'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../realtime/testing/expect-live.ts'
import { asPerson } from '../testing/as-person.ts'
import type { Person } from '../testing/people.ts'
import { changeForm, conversations, field, openCounter, textOf, visit, type Counter } from './testing/open-counter.ts'

const nadia = { name: 'Nadia Peeters', email: 'nadia@exemple.example', message: 'Bonjour' }
/** A shop that keeps one field of each kind, all of them asked by its form. */
async function openAskingShop(given: object = {}) {
  const counter = await openCounter()
  const { sophie } = counter
  const ids = {} as Record<FieldKind, string>
  for (const kind of fieldKinds) {
    ids[kind] = makeId()
    const made = { commandId: makeId(), id: ids[kind], name: kind, kind, uniqueness: 'free', ...given }
    expect((await asPerson(sophie).post('/clients/fields', made)).status).toBe(201)
  }
  const [gas, oil] = [await addChoice(sophie, ids.choice, 'Gaz'), await addChoice(sophie, ids.choice, 'Mazout')]
  const [roof, wall] = [await addChoice(sophie, ids.choices, 'Toit'), await addChoice(sophie, ids.choices, 'Murs')]
  const usual = (['name', 'email', 'message'] as const).map((kind) => field(kind))
  const fields = [...usual, ...fieldKinds.map((kind) => field('own', { fieldId: ids[kind], label: `Votre ${kind}` }))]
  await changeForm(sophie, { fields })
  return { counter, sophie, ids, choices: { gas, oil, roof, wall } }
}

async function addChoice(person: Person, fieldId: string, name: string) {
  const id = makeId()
  await asPerson(person).post('/clients/choices', { commandId: makeId(), id, fieldId, name, tone: 'info' })
  return id
}

async function cardOf({ sophie }: Counter) {
  const [conversation] = await conversations(sophie)
  const { body } = await asPerson(sophie).get<ClientSlice>(`/clients/${conversation!.client.id}`)
  return { client: body.client, said: textOf(conversation!) }
}

const set = (person: Person, clientId: string, fieldId: string, value: FieldValue, was: FieldValue = '') =>
  asPerson(person).put(`/clients/${clientId}/fields`, { commandId: makeId(), field: fieldId, value, was })

test('what Nadia answers to each kind of field is on her card, as what it is, and not in her message', async () => {
  const { counter, sophie, ids, choices } = await openAskingShop()
  const page = await visit(counter)
  const sent = await expectLive(counter.test, sophie, {}, () =>
    page.send({
      ...nadia,
      'Votre text': 'Portail vert',
      'Votre number': '1 250,50',
      'Votre date': '3/12/2026',
      'Votre choice': choices.oil,
      'Votre choices': [choices.wall, choices.roof],
      'Votre checkbox': 'on',
      'Votre email': 'Compta@Exemple.example',
      'Votre phone': '0476 12 34 56',
      'Votre address': '9 rue du Moulin',
      'Votre identifier': 'C-42',
    }),
  )
  expect(sent.status).toBe(303)
  const { client, said } = await cardOf(counter)
  expect(client.values).toEqual({
    [ids.text]: 'Portail vert',
    [ids.number]: '1250.5',
    [ids.date]: '2026-12-03',
    [ids.choice]: [choices.oil],
    [ids.choices]: [choices.roof, choices.wall],
    [ids.checkbox]: 'yes',
    [ids.email]: 'compta@exemple.example',
    [ids.phone]: '0476 12 34 56',
    [ids.address]: '9 rue du Moulin',
    [ids.identifier]: 'C-42',
  })
  expect(said).toBe('Bonjour')
})

test('what her card says already stays, and what she answers otherwise is in the message alone', async () => {
  const { counter, sophie, ids, choices } = await openAskingShop()
  await (await visit(counter)).send(nadia)
  const { client } = await cardOf(counter)
  await set(sophie, client.id, ids.text, 'Portail vert')
  await set(sophie, client.id, ids.choices, [choices.roof], [])
  await set(sophie, client.id, ids.date, '2026-12-03')
  const page = await visit(counter)
  await expectLive(counter.test, sophie, { clientId: client.id }, () =>
    page.send({
      ...nadia,
      'Votre text': 'PORTAIL VERT',
      'Votre choices': [choices.wall, choices.roof],
      'Votre date': '2027-01-04',
      'Votre number': '3',
    }),
  )
  const after = await cardOf(counter)
  expect(after.client.values).toEqual({
    [ids.text]: 'Portail vert',
    [ids.choices]: [choices.roof],
    [ids.date]: '2026-12-03',
    [ids.number]: '3',
  })
  expect(after.said).toBe(
    'Bonjour\n\nAutre que sur la fiche, qui n’a pas changé\u202f:\nVotre date\u202f: 4 janv. 2027\nVotre choices\u202f: Toit, Murs',
  )
})

test('an answer of the wrong kind comes back with what is wrong with it, and all the rest as it was', async () => {
  const { counter, choices } = await openAskingShop()
  const page = await visit(counter)
  const answers = {
    ...nadia,
    'Votre text': 'Portail vert',
    'Votre number': 'douze',
    'Votre date': '2026-02-30',
    'Votre choice': choices.roof,
    'Votre choices': [choices.wall, makeId()],
    'Votre email': 'compta',
    'Votre phone': 'appelez-moi',
    'Votre identifier': 'x'.repeat(81),
  }
  const answer = await page.send(answers)
  expect(answer.status).toBe(422)
  const idOf = (label: string) => page.fields.find((one) => one.label === label)!.id
  expect(answer.page.wrong).toEqual({
    [idOf('Votre number')]: 'Écrivez un nombre, comme 12,5\u202f; six décimales au plus.',
    [idOf('Votre date')]: 'Indiquez une date.',
    [idOf('Votre choice')]: 'Choisissez une réponse de la liste.',
    [idOf('Votre choices')]: 'Choisissez une réponse de la liste.',
    [idOf('Votre email')]: expect.stringContaining('n’est pas complète') as string,
    [idOf('Votre phone')]: expect.stringContaining('n’est pas valable') as string,
    [idOf('Votre identifier')]: 'Ce texte est trop long. Raccourcissez-le.',
  })
  expect(answer.page.html).toContain('value="Portail vert"')
  expect(answer.page.html).toMatch(new RegExp(`value="${choices.wall}"[^>]* checked`))
  expect(await conversations(counter.sophie)).toEqual([])
})

test('a number that is another client’s is not told to the visitor, nor kept: it is in the message', async () => {
  const { counter } = await openAskingShop({ uniqueness: 'unique' })
  await (await visit(counter)).send({ ...nadia, 'Votre identifier': 'C 42' })
  const paul = { name: 'Paul', email: 'paul@exemple.example', message: 'Moi aussi' }
  expect((await (await visit(counter)).send({ ...paul, 'Votre identifier': 'c42' })).status).toBe(303)
  const { client, said } = await cardOf(counter)
  expect(client).toMatchObject({ name: 'Paul' })
  expect(client.values).toEqual({})
  expect(said).toContain('Votre identifier\u202f: c42')
})

test('a field the business took away is not asked, and an obligatory one is', async () => {
  const { counter, sophie, ids } = await openAskingShop()
  const { fields } = counter.form
  const asked = (kind: FieldKind) => field('own', { fieldId: ids[kind], need: 'required' })
  await changeForm(sophie, { fields: [...fields, asked('text'), asked('choices'), asked('checkbox')] })
  await asPerson(sophie).post(`/clients/fields/${ids.text}/remove`, { commandId: makeId() })
  const page = await visit(counter)
  const [text, choices, checkbox] = page.fields.slice(-3).map(({ id }) => id)
  expect(page.page.html).not.toContain(text)
  expect((await page.send(nadia)).page.wrong).toEqual({
    [choices!]: 'Ce champ est à remplir.',
    [checkbox!]: 'Cochez cette case pour continuer.',
  })
})

test('a field is asked once, and one of another business is nobody’s', async () => {
  const { sophie, ids, counter } = await openAskingShop()
  const { fields } = counter.form
  const twice = [...fields, field('own', { fieldId: ids.text }), field('own', { fieldId: ids.text })]
  const put = { commandId: makeId(), ...counter.form, fields: twice, state: 'on' }
  expect(await asPerson(sophie).put('/forms', put)).toBeRefused('invalid')
  await changeForm(sophie, { fields: [...fields, field('own', { fieldId: makeId(), label: 'De Bart' })] })
  expect((await visit(counter)).page.html).not.toContain('De Bart')
})
