import { test } from 'vitest'
import { actInTurn } from './testing/act-in-turn.ts'
import { openShop } from './testing/open-shop.ts'

test('after two hundred mixed commands at once, every screen equals a fresh one and every count a recount', async () => {
  await actInTurn(await openShop(), { commands: 200 })
})
