import { builtInViews, type BuiltInView } from '@comptoir/contract/views'
import pg from 'pg'
import { figure, median, type Figure } from './figure.ts'
import type { Product } from './product.ts'
import { signIn } from './target.ts'

const rounds = 5
const callsARound = 30

/** What each view asks of the database, written by hand; what has no row in the business is left out. */
const conditions: Partial<Record<BuiltInView, [where: string, order: string]>> = {
  open: [`c.state = 'open'`, 'c.top_at desc, c.id desc'],
  'to-answer': [`c.state = 'open' and c.waiting_since is not null`, 'c.waiting_since, c.id'],
  unassigned: [`c.state = 'open' and c.assignee_id is null`, 'c.top_at desc, c.id desc'],
  sent: [`c.state <> 'deleted' and c.sent_at is not null`, 'c.top_at desc, c.id desc'],
  all: [`c.state <> 'deleted'`, 'c.top_at desc, c.id desc'],
  archived: [`c.state = 'archived'`, 'c.top_at desc, c.id desc'],
}

/** The first page of the slowest view, beside its bare SQL as the owner. */
export async function views(product: Product): Promise<Figure[]> {
  const db = new pg.Client({ connectionString: product.ownerUrl })
  await db.connect()
  const cookie = await signIn(product)
  const { rows } = await db.query<{ id: string }>('select id from app_user limit 1')
  const figures: { view: BuiltInView; ours: number; bare: number }[] = []
  for (const view of builtInViews) {
    const condition = conditions[view]
    if (!condition) continue
    const [where, order] = condition
    const text = `
      select c.*, u.messages as unread
      from conversation c
      left join unread u on u.workspace_id = c.workspace_id and u.conversation_id = c.id and u.user_id = $2
      where c.workspace_id = $1 and ${where}
      order by ${order}
      limit 51`
    const bare = () => db.query({ name: view, text, values: [product.business.workspaceId, rows[0]!.id] })
    const url = `${product.url}/api/w/${product.business.slug}/inbox/conversations?view=${view}`
    const ours = async () => {
      const answer = await fetch(url, { headers: { cookie } })
      if (((await answer.json()) as { rows: unknown[] }).rows.length !== 50) throw new Error(`${view} is not full`)
    }
    await middleOf(200, ours)
    await middleOf(200, bare)
    const took: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
    for (let round = 0; round < rounds; round++) {
      took.bare.push(await middleOf(callsARound, bare))
      took.ours.push(await middleOf(callsARound, ours))
    }
    figures.push({ view, ours: median(took.ours), bare: median(took.bare) })
  }
  await db.end()
  const worst = figures.toSorted((a, b) => b.ours / b.bare - a.ours / a.bare)[0]!
  const { view, ours: value, bare: baseline } = worst
  return [figure({ bench: 'views', figure: `the slowest view (${view})`, unit: 'ms', value, baseline, atMost: 4 })]
}

async function middleOf(calls: number, call: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let i = 0; i < calls; i++) {
    const start = performance.now()
    await call()
    took.push(performance.now() - start)
  }
  return median(took)
}
