import { setTimeout as sleep } from 'node:timers/promises'
import { figure, median, percentile, type Figure } from './figure.ts'
import type { Product } from './product.ts'
import { bareTarget, productTarget, type Target } from './target.ts'

const rounds = 5
const perSecond = 50
const seconds = 6
const closedLoop = 8
const filler = 'a message of a usual length, about sixty characters or so'

/** From the post of a message to its arrival on another screen, beside the least that could do it. */
export async function postMessage(product: Product): Promise<Figure[]> {
  const bare = await bareTarget(product.ownerUrl)
  const ours = await productTarget(product)
  const runs: { bare: Run[]; ours: Run[] } = { bare: [], ours: [] }
  for (const target of [bare, ours]) await closed(target, 3)
  for (let round = 0; round < rounds; round++) {
    runs.bare.push({ ...(await paced(bare)), throughput: await closed(bare, 3) })
    runs.ours.push({ ...(await paced(ours)), throughput: await closed(ours, 3) })
  }
  await bare.stop()
  const of = (key: keyof Run) => ({
    value: median(runs.ours.map((run) => run[key])),
    baseline: median(runs.bare.map((run) => run[key])),
  })
  const bench = 'post-message'
  return [
    figure({ bench, figure: 'delivered p50 at 50/s', unit: 'ms', ...of('p50'), atMost: 3 }),
    figure({ bench, figure: 'delivered p99 at 50/s', unit: 'ms', ...of('p99'), atMost: 4 }),
    figure({ bench, figure: 'server CPU a message', unit: 'ms', ...of('cpuMs'), atMost: 3.5 }),
    figure({ bench, figure: 'closed loop of 8', unit: '/s', ...of('throughput'), atLeast: 0.25 }),
  ]
}

interface Run {
  p50: number
  p99: number
  cpuMs: number
  throughput: number
}

async function paced(target: Target) {
  const arrivals = new Map<string, (at: number) => void>()
  const screen = await target.screen((text) => arrivals.get(text.split(' ')[0]!)?.(performance.now()))
  const cpu = target.cpuMs()
  const delays: Promise<number>[] = []
  const start = performance.now()
  const count = perSecond * seconds
  for (let i = 0; i < count; i++) {
    await sleep(Math.max(0, start + (i * 1000) / perSecond - performance.now()))
    const mark = `m${i}`
    const sentAt = performance.now()
    delays.push(new Promise((done) => arrivals.set(mark, (at) => done(at - sentAt))))
    target.post(`${mark} ${filler}`).catch((error: unknown) => {
      throw error
    })
  }
  const all = await Promise.all(delays)
  const used = target.cpuMs() - cpu
  screen.close()
  return { p50: percentile(all, 0.5), p99: percentile(all, 0.99), cpuMs: used / count }
}

/** Messages a second when a number of people each post the next as soon as the last was answered. */
async function closed(target: Target, forSeconds: number): Promise<number> {
  const end = performance.now() + forSeconds * 1000
  let posted = 0
  await Promise.all(
    Array.from({ length: closedLoop }, async () => {
      while (performance.now() < end) {
        await target.post(`c ${filler}`)
        posted++
      }
    }),
  )
  return posted / forSeconds
}
