import { setTimeout as sleep } from 'node:timers/promises'
import { figure, type Figure } from './figure.ts'
import type { Product } from './product.ts'
import { connected, signIn, staffSocket } from './target.ts'

const screens = 1_000
const megabyte = 1024 * 1024

/** What the server keeps resident with a thousand connected screens. */
export async function memory(product: Product): Promise<Figure[]> {
  const cookie = await signIn(product)
  const sockets = []
  for (let i = 0; i < screens; i += 50) {
    const some = Array.from({ length: 50 }, () => staffSocket(product.url, product.business.slug, cookie))
    await Promise.all(some.map(connected))
    sockets.push(...some)
  }
  await sleep(2_000)
  const value = product.residentBytes() / megabyte
  for (const socket of sockets) socket.close()
  return [figure({ bench: 'memory', figure: 'resident with 1,000 screens', unit: 'MB', value, atMost: 250 })]
}
