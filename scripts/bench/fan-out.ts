import { setTimeout as sleep } from 'node:timers/promises'
import type { Socket } from 'socket.io-client'
import { figure, median, type Figure } from './figure.ts'
import type { Product } from './product.ts'
import { bareTarget, productTarget, type Target } from './target.ts'

const screens = 500
const rounds = 5
const messagesARound = 10

/** One message to 500 connected screens: when the last of them has it, beside bare Socket.IO. */
export async function fanOut(product: Product): Promise<Figure[]> {
  const bare = await crowd(await bareTarget(product.ownerUrl))
  const ours = await crowd(await productTarget(product))
  const took: { bare: number[]; ours: number[] } = { bare: [], ours: [] }
  await bare.sendOne()
  await ours.sendOne()
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < messagesARound; i++) took.bare.push(await bare.sendOne())
    for (let i = 0; i < messagesARound; i++) took.ours.push(await ours.sendOne())
  }
  await bare.stop()
  await ours.stop()
  const both = { value: median(took.ours), baseline: median(took.bare) }
  return [figure({ bench: 'fan-out', figure: 'the last of 500 screens has it', unit: 'ms', ...both, atMost: 2 })]
}

async function crowd(target: Target) {
  let mark = ''
  let missing = 0
  let lastArrived: (at: number) => void = () => {}
  const sockets: Socket[] = []
  for (let i = 0; i < screens; i += 25) {
    const some = Array.from({ length: 25 }, () =>
      target.screen((text) => {
        if (text.startsWith(mark) && --missing === 0) lastArrived(performance.now())
      }),
    )
    sockets.push(...(await Promise.all(some)))
  }
  return {
    async sendOne() {
      mark = `f${Math.random().toString(36).slice(2)} `
      missing = screens
      const arrived = new Promise<number>((done) => {
        lastArrived = done
      })
      const start = performance.now()
      await target.post(`${mark}to everybody who looks`)
      const took = (await arrived) - start
      await sleep(30)
      return took
    },
    async stop() {
      for (const socket of sockets) socket.close()
      await target.stop()
    },
  }
}
