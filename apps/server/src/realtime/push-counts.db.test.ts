import { expect, test } from 'vitest'
import { openShop, receive } from '../inbox/testing/open-shop.ts'
import { eventually } from '../testing/eventually.ts'
import { openScreen } from './testing/open-screen.ts'

test('Sophie, whose line was cut while a client wrote, has the right numbers once it is back', async () => {
  const shop = await openShop()
  const screen = await openScreen(shop.test, shop.sophie)
  screen.socket.disconnect()
  await receive(shop)
  screen.counts.length = 0
  screen.socket.connect()
  await eventually(() => expect(screen.counts.at(-1)).toMatchObject({ views: { open: 1, unread: 1 } }))
})
