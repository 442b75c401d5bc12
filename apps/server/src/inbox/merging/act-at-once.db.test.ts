import { expect, test } from 'vitest'
import { actForLong, openBusy } from '../testing/act-at-once.ts'
import { openShop } from '../testing/open-shop.ts'

test('three people archive, confide, merge, split, delete and undo at once: nothing is lost, every screen is right', async () => {
  const shop = await openBusy(await openShop())
  await actForLong(shop, { commands: 180, seed: 20 })
  expect(shop.mergings.length).toBeGreaterThan(5)
  expect(shop.done).toBeGreaterThan(60)
}, 120_000)
