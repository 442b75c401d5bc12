import { makeId } from '@comptoir/rules/uuid'
import { beforeEach, expect, test } from 'vitest'
import { allFindable } from '../../testing/all-findable.ts'
import { asOwner } from '../../testing/as-owner.ts'
import { asPerson } from '../../testing/as-person.ts'
import { openShop, receive, reply, type Shop } from '../testing/open-shop.ts'
import { found, search, write } from './testing/find.ts'

// Sophie's shop; Hugo is on the team, Léa a delegate for Marc's conversation, Tom a delegate without one.
let shop: Shop
beforeEach(async () => {
  shop = await openShop()
})

test('Sophie finds what was written whatever its accents, capitals and endings', async () => {
  await write(shop, 'Inès Dupré', 'Toiture', ['Pouvez-vous faire les réparations de la toiture ?'])
  const said = 'Inès Dupré: Pouvez-vous faire les réparations de la toiture ?'
  for (const words of ['reparation', 'RÉPARATIONS', 'réparer', 'la toiture', 'toit', 'dupre reparation'])
    expect(await found(shop.sophie, words), words).toContain(said)
  expect(await found(shop.sophie, 'réparation piano')).toEqual([])
})

test('Dutch and English words are found by their root too', async () => {
  await write(shop, 'Bart', 'Vraag', ['Wanneer krijg ik de rekeningen?'])
  await write(shop, 'Kate', 'Question', ['We were waiting for the invoices.'])
  expect(await found(shop.sophie, 'rekening ')).toEqual(['Bart: Wanneer krijg ik de rekeningen?'])
  expect(await found(shop.sophie, 'invoice ')).toEqual(['Kate: We were waiting for the invoices.'])
})

test('clients come first, by name, company, town, address, or a number in any writing', async () => {
  const json = {
    commandId: makeId(),
    id: makeId(),
    name: 'Élodie Petit',
    company: 'Boulangerie du Coin',
    town: 'Sedan',
    emails: ['elodie.petit@exemple.be'],
    phones: ['+32 475 12 34 56'],
  }
  await asPerson(shop.sophie).post('/clients', json)
  for (const words of ['elodie', 'Peti', 'boulangerie', 'sedan', 'elodie.petit@exe', '0475/12.34.56', '+32475123456'])
    expect(
      (await search(shop.sophie, words)).clients.map(({ name }) => name),
      words,
    ).toEqual(['Élodie Petit'])
  for (const words of ['0032 475 12', '32475123456', '+32 (0)475 12 34 56', '0475 1'])
    expect(
      (await search(shop.sophie, words)).clients.map(({ name }) => name),
      words,
    ).toEqual(['Élodie Petit'])
  expect((await search(shop.sophie, '0475 99')).clients).toEqual([])
})

test('a client who has another name is found by it, and no longer by the first', async () => {
  const { client } = await write(shop, 'Nadia Jacquemin', 'Salon', ['Une coupe, mardi ?'])
  const change = { commandId: makeId(), field: 'name', value: 'Nadia Moreau', was: 'Nadia Jacquemin' }
  expect((await asPerson(shop.sophie).put(`/clients/${client.id}/fields`, change)).status).toBe(200)
  const found = await search(shop.sophie, 'moreau')
  expect(found.clients).toHaveLength(1)
  expect((await search(shop.sophie, 'jacquemin')).clients).toEqual([])
  // What was said to her before is found by the new name too.
  expect((await search(shop.sophie, 'moreau coupe')).hits.map(({ found: { kind } }) => kind)).toEqual(['message'])
})

test('a slip of the fingers is mended by the words of the business, and Sophie is told', async () => {
  await write(shop, 'Inès', 'Toiture', ['La toiture fuit depuis hier.'])
  const { hits, corrected } = await search(shop.sophie, 'toitrue fuit')
  expect(corrected).toBe('toiture fuit')
  expect(hits.map((hit) => hit.found.excerpt)).toEqual(['La toiture fuit depuis hier.'])
  expect(await search(shop.sophie, 'xylophone')).toMatchObject({ corrected: null, hits: [], clients: [] })
})

test('each conversation answers once, with the newest thing in it that does', async () => {
  const { id, client } = await write(shop, 'Inès', 'Le devis du salon', ['Le devis du salon ?'])
  const theirs = { conversation: { is: 'existing', id }, clientId: client.id, authorName: 'Inès' } as const
  await receive(shop, { ...theirs, subject: '', bodyText: 'Et ce devis ?' })
  await receive(shop, { ...theirs, subject: '', bodyText: 'Merci.' })
  const { hits } = await search(shop.sophie, 'devis')
  expect(hits.map(({ conversation, found }) => [conversation.id, found.kind, found.excerpt])).toEqual([
    [id, 'message', 'Et ce devis ?'],
  ])
})

test('notes and answers of ours are found the moment they are written', async () => {
  const { sophie, path } = shop
  await asPerson(sophie).post(`${path}/notes`, { commandId: makeId(), noteId: makeId(), body: 'Le code est 4812.' })
  await asPerson(sophie).post(`${path}/replies`, reply({ bodyHtml: '<p>Le chantier commence lundi.</p>', baseSeq: 2 }))
  expect(await found(sophie, '4812')).toEqual(['Marc: Le code est 4812.'])
  expect((await search(sophie, 'chantier')).hits[0]!.found).toMatchObject({ direction: 'out', authorName: 'Sophie' })
  expect((await search(sophie, 'code')).hits[0]!.found).toMatchObject({ kind: 'note', direction: 'note' })
})

test('what everybody writes is read page by page, newest first, and each conversation once', async () => {
  const { workspaceId } = shop
  await asOwner(
    shop.test,
    `with made as (
       insert into conversation (workspace_id, id, client_id, client_name, last_at)
       select $1, gen_random_uuid(), $2, 'Marc', now() - i * interval '1 day' from generate_series(1, 90) i
       returning id, last_at
     )
     insert into message (workspace_id, id, conversation_id, seq, direction, channel, author_name, body_text, at)
     select $1, gen_random_uuid(), id, m, 'in', 'email', 'Marc', 'bonjour, un canapé', last_at - m * interval '1 minute'
     from made, generate_series(1, 60) m`,
    [workspaceId, shop.marc.id],
  )
  await allFindable(shop.test, workspaceId)
  await asOwner(shop.test, 'analyze')
  const seen: string[] = []
  const instants: string[] = []
  let after: string | undefined
  do {
    const page = await search(shop.sophie, 'canapé', after)
    for (const { conversation, found } of page.hits) {
      if (!seen.includes(conversation.id)) seen.push(conversation.id)
      instants.push(found.at)
    }
    after = page.next ?? undefined
  } while (after)
  expect(seen).toHaveLength(90)
  expect(instants).toEqual(instants.toSorted().reverse())
})

test('five megabytes in one message are taken, and found by how they begin', async () => {
  await receive(shop, { bodyText: `Un devis énorme ${'mot '.repeat(1_250_000)}` })
  expect((await search(shop.sophie, 'énorme')).hits).toHaveLength(1)
})
