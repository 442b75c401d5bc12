import { makeId } from '@comptoir/rules/uuid'
import { beforeEach, expect, test } from 'vitest'
import { asPerson } from '../../testing/as-person.ts'
import { openShop, receive, reply, type Shop } from '../testing/open-shop.ts'
import { found, search, write } from './testing/find.ts'

// Sophie's shop; Hugo is on the team, Léa a delegate for Marc's conversation, Tom a delegate without one.
let shop: Shop
beforeEach(async () => {
  shop = await openShop()
})

test('who wrote, to whom, when, in which state and for whom it is can be asked', async () => {
  const { sophie, hugo } = shop
  const ines = await write(shop, 'Inès Dupré', 'Salon', ['Le devis, merci'])
  await write(shop, 'Paul', 'Salon', ['Le devis d’Inès, merci'])
  const ofInes = ['Inès Dupré: Le devis, merci']
  expect(await found(sophie, 'devis de:ines')).toEqual(ofInes)
  expect(await found(sophie, 'from:dupre')).toEqual(ofInes)
  await asPerson(sophie).put(`/clients/${ines.client.id}/tags`, { commandId: makeId(), tags: ['Bon payeur'] })
  expect(await found(sophie, 'devis étiquette:"bon payeur"')).toEqual(ofInes)
  expect(await found(sophie, 'devis étiquette:inconnue')).toEqual([])
  await asPerson(sophie).put(`/inbox/conversations/${ines.id}/assignee`, {
    commandId: makeId(),
    assigneeId: hugo.userId,
  })
  expect(await found(sophie, 'responsable:hugo devis')).toEqual(ofInes)
  expect(await found(hugo, 'responsable:moi')).toEqual(ofInes)
  expect(await found(sophie, 'devis responsable:personne')).toEqual(['Paul: Le devis d’Inès, merci'])
  await asPerson(sophie).post(`/inbox/conversations/${ines.id}/archive`, { commandId: makeId() })
  expect(await found(sophie, 'devis vue:archivées')).toEqual(ofInes)
  expect(await found(sophie, 'devis avant:01/01/2020')).toEqual([])
  expect(await found(sophie, 'devis après:01/01/2020')).toHaveLength(2)
  await asPerson(sophie).post(
    `/inbox/conversations/${ines.id}/replies`,
    reply({ bodyHtml: '<p>Le devis part demain.</p>' }),
  )
  expect(await found(sophie, 'à:dupré devis')).toEqual(['Inès Dupré: Le devis part demain.'])
})

test('what is deleted is found only where one asks for it', async () => {
  const { id } = await write(shop, 'Inès', 'Salon', ['Un canapé bleu'])
  await asPerson(shop.sophie).post('/inbox/bulk', {
    commandId: makeId(),
    act: { is: 'delete' },
    of: { is: 'these', ids: [id] },
  })
  expect((await search(shop.sophie, 'canapé')).hits).toEqual([])
  expect((await search(shop.sophie, 'canapé vue:supprimées')).hits).toHaveLength(1)
})

test('Léa, a delegate, finds in her conversations, and nothing of the others: no client, no message, no note', async () => {
  const { sophie, lea, tom } = shop
  await write(shop, 'Inès Secret', 'Salon', ['Le devis secret'])
  await receive(shop, { bodyText: 'Mon devis à moi' })
  await asPerson(sophie).post(`${shop.path}/notes`, { commandId: makeId(), noteId: makeId(), body: 'devis promis' })
  expect((await found(sophie, 'devis')).length).toBe(2)
  expect(await found(lea, 'devis')).toEqual(['Marc: devis promis'])
  expect(await found(lea, 'marc')).toContain('Marc')
  for (const words of ['secret', 'inès', 'de:inès', 'vue:toutes de:inès', 'secrte', 'après:2020'])
    expect(JSON.stringify(await search(lea, words)), words).not.toMatch(/Secret|secret"/)
  expect(await found(tom, 'devis')).toEqual([])
  expect((await search(tom, 'devsi')).corrected).toBeNull()
  await asPerson(sophie).put(`${shop.path}/assignee`, { commandId: makeId(), assigneeId: tom.userId })
  expect(await found(lea, 'devis')).toEqual([])
  expect(await found(tom, 'devis')).toEqual(['Marc: devis promis'])
})

test('whatever is typed, the answer is an answer', async () => {
  const odd = [
    "l'a & b | !c",
    '(((',
    ':*',
    'de:',
    '"',
    '\\',
    'a:b:c',
    '😀',
    '%_',
    '-',
    'avant:99/99',
    "d''",
    '0',
    'de la',
  ]
  for (const words of odd) await search(shop.sophie, words)
  expect(await search(shop.sophie, '')).toMatchObject({ hits: [], clients: [] })
})
