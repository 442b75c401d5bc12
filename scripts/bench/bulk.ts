import type { BulkView } from '@comptoir/contract/bulk'
import { makeId } from '@comptoir/rules/uuid'
import pg from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'
import { figure, median, percentile, type Figure } from './figure.ts'
import type { Product } from './product.ts'
import { productTarget, signIn } from './target.ts'

const rounds = 3
const many = 10_000

/**
 * Archiving ten thousand conversations beside one bare update of them, each alone; then what a reply takes while it is
 * done once more and somebody answers without a pause.
 */
export async function bulk(product: Product): Promise<Figure[]> {
  const db = new pg.Client({ connectionString: product.ownerUrl })
  await db.connect()
  const cookie = await signIn(product)
  const target = await productTarget(product)
  const screen = await listener(target)
  const took: Record<'ours' | 'bare' | 'idle' | 'meanwhile', number[]> = { ours: [], bare: [], idle: [], meanwhile: [] }
  for (let round = 0; round < rounds; round++) {
    took.bare.push(await bareUpdate(db, product))
    took.idle.push(...(await screen.replies(40)))
    took.ours.push(await archive(product, cookie))
    let isOver = false
    const answering = (async () => {
      while (!isOver) took.meanwhile.push(...(await screen.replies(1)))
    })()
    await archive(product, cookie)
    isOver = true
    await answering
  }
  await db.end()
  screen.close()
  const bench = 'bulk'
  return [
    figure({
      bench,
      figure: 'archiving 10,000',
      unit: 'ms',
      value: median(took.ours),
      baseline: median(took.bare),
      atMost: 3,
    }),
    figure({
      bench,
      figure: 'post-message p95 meanwhile',
      unit: 'ms',
      value: percentile(took.meanwhile, 0.95),
      baseline: percentile(took.idle, 0.95),
      atMost: 2,
    }),
  ]
}

/** The same rows moved by one statement, without what counts them, and moved back. */
async function bareUpdate(db: pg.Client, { business }: Product): Promise<number> {
  const rows = `select id from conversation where workspace_id = $1 and state = 'open' order by top_at desc limit ${many}`
  const { rows: ids } = await db.query<{ id: string }>(rows, [business.workspaceId])
  await db.query('begin')
  await db.query('alter table conversation disable trigger user')
  const start = performance.now()
  await db.query(`update conversation set state = 'archived' where workspace_id = $1 and id = any($2)`, [
    business.workspaceId,
    ids.map(({ id }) => id),
  ])
  const took = performance.now() - start
  await db.query('rollback')
  return took
}

/** How long it takes until the last of them is archived; then all are put back. */
async function archive(product: Product, cookie: string): Promise<number> {
  const except = await beyond(product)
  const start = performance.now()
  const { id } = await ask<BulkView>(product, cookie, '/bulk', {
    commandId: makeId(),
    act: { is: 'archive' },
    of: { is: 'view', view: 'open', except },
  })
  await ended(product, id)
  const ms = performance.now() - start
  await ask(product, cookie, `/bulk/${id}/undo`, { commandId: makeId() })
  await ended(product, id)
  return ms
}

/** Conversations beyond the ten thousand; those that are answered meanwhile are among them. */
async function beyond(product: Product): Promise<string[]> {
  const db = new pg.Client({ connectionString: product.ownerUrl })
  await db.connect()
  const { rows } = await db.query<{ id: string }>(
    `select id from conversation
     where workspace_id = $1 and state = 'open'
     order by id = any($2) desc, top_at desc
     limit (select greatest(0, count(*) - ${many}) from conversation where workspace_id = $1 and state = 'open')`,
    [product.business.workspaceId, product.business.conversationIds],
  )
  await db.end()
  return rows.map(({ id }) => id)
}

async function ended(product: Product, id: string) {
  const db = new pg.Client({ connectionString: product.ownerUrl })
  await db.connect()
  for (;;) {
    const { rows } = await db.query<{ state: string }>('select state from bulk_act where id = $1', [id])
    if (rows[0]?.state === 'done' || rows[0]?.state === 'undone') break
    await sleep(5)
  }
  await db.end()
}

async function ask<Body>({ url, business }: Product, cookie: string, path: string, body: object): Promise<Body> {
  const answer = await fetch(`${url}/api/w/${business.slug}/inbox${path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', origin: url },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Body
}

async function listener(target: Awaited<ReturnType<typeof productTarget>>) {
  const arrivals = new Map<string, (at: number) => void>()
  const socket = await target.screen((text) => arrivals.get(text.split(' ')[0]!)?.(performance.now()))
  let n = 0
  return {
    /** How long each of so many replies took to another screen, one after another. */
    async replies(count: number) {
      const delays: number[] = []
      for (let i = 0; i < count; i++) {
        const mark = `b${n++}`
        const sentAt = performance.now()
        const arrived = new Promise<number>((done) => arrivals.set(mark, done))
        await target.post(`${mark} a message of a usual length`)
        delays.push((await arrived) - sentAt)
      }
      return delays
    },
    close: () => socket.close(),
  }
}
