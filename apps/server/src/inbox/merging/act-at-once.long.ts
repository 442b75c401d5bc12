import { expect, test } from 'vitest'
import { actForLong, openBusy } from '../testing/act-at-once.ts'
import { openShop } from '../testing/open-shop.ts'

test('after five thousand commands of three people at once nothing is lost, and every screen is right', async () => {
  const shop = await openBusy(await openShop())
  const seed = Date.now()
  console.log(`seed ${seed}`)
  await actForLong(shop, { commands: 5_000, seed })
  expect(shop.mergings.length).toBeGreaterThan(50)
  expect(shop.done).toBeGreaterThan(1_500)
})
