import type { SearchAnswer } from '@comptoir/contract/search'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { asOwner } from '../../testing/as-owner.ts'
import { asPerson } from '../../testing/as-person.ts'
import { openShop, receive } from '../testing/open-shop.ts'
import { openSearchFiller } from './open-search-filler.ts'

test('what a business wrote before there was a search is found once it was filled, and until then Sophie is told', async () => {
  const shop = await openShop()
  const { test, sophie, path, workspaceId } = shop
  await receive(shop, { bodyText: 'La toiture fuit.' })
  await asPerson(sophie).post(`${path}/notes`, { commandId: makeId(), noteId: makeId(), body: 'Toiture : rappeler.' })
  // As an update leaves it. What the server has in hand at this moment is waited for by the first.
  await asOwner(test, 'delete from search_queue')
  await asOwner(test, 'delete from searchable')
  await asOwner(test, `insert into search_state (workspace_id, filling) values ($1, 'client')`, [workspaceId])
  const search = async (words: string) =>
    (await asPerson(sophie).get<SearchAnswer>(`/inbox/search?words=${encodeURIComponent(words)}`)).body
  expect(await search('toiture')).toMatchObject({ hits: [], reach: 'partial' })
  // What comes meanwhile is found at once, and kept as it is.
  await receive(shop, { bodyText: 'Et la gouttière ?' })
  expect((await search('gouttière')).hits).toHaveLength(1)

  const filler = openSearchFiller(test.server)
  await filler.idle()
  expect(await search('toiture de:sophie')).toMatchObject({ hits: [{ found: { kind: 'note' } }], reach: 'whole' })
  expect(await search('fuit')).toMatchObject({ hits: [{ found: { excerpt: 'La toiture fuit.' } }] })
  expect((await search('marc')).clients).toHaveLength(1)
  expect((await search('toitrue')).corrected).toBe('toiture')
  await filler.stop()
})
