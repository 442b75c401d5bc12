import pg from 'pg'
import { figure, median, type Figure } from './figure.ts'
import { startProduct, type Product } from './product.ts'
import { signIn } from './target.ts'

const rounds = 5
const callsARound = 60
const smallConversations = 2_000

/** A page of 50 conversations: over HTTP beside its bare SQL, and on a large business beside a small one. */
export async function inboxList(product: Product): Promise<Figure[]> {
  const large = await listReader(product)
  const bare = await bareReader(product)
  const took: { ours: number[]; bare: number[]; small: number[]; beside: number[] } = {
    ours: [],
    bare: [],
    small: [],
    beside: [],
  }
  await large.read(40)
  await bare.read(40)
  for (let round = 0; round < rounds; round++) {
    took.bare.push(await bare.read(callsARound))
    took.ours.push(await large.read(callsARound))
  }
  await bare.stop()

  const smallProduct = await startProduct(smallConversations)
  const small = await listReader(smallProduct)
  await small.read(40)
  for (let round = 0; round < rounds; round++) {
    took.small.push(await small.read(callsARound))
    took.beside.push(await large.read(callsARound))
  }
  await smallProduct.stop()
  const bench = 'inbox-list'
  return [
    figure({
      bench,
      figure: 'a page of 50, beside its SQL',
      unit: 'ms',
      value: median(took.ours),
      baseline: median(took.bare),
      atMost: 4,
    }),
    figure({
      bench,
      figure: 'a page of 50, beside 2,000 conversations',
      unit: 'ms',
      value: median(took.beside),
      baseline: median(took.small),
      atMost: 2,
    }),
  ]
}

async function listReader(product: Product) {
  const cookie = await signIn(product)
  const url = `${product.url}/api/w/${product.business.slug}/inbox/conversations?view=open`
  return {
    read: (calls: number) =>
      middleOf(calls, async () => {
        const response = await fetch(url, { headers: { cookie } })
        const page = (await response.json()) as { rows: unknown[] }
        if (page.rows.length !== 50) throw new Error(`the page held ${page.rows.length} rows`)
      }),
  }
}

async function bareReader({ ownerUrl, business }: Product) {
  const db = new pg.Client({ connectionString: ownerUrl })
  await db.connect()
  const text = `
    select id, client_id, client_name, subject, state, source, assignee_id, last_seq, last_at, last_preview,
           last_direction, waiting_since, failed_at
    from conversation
    where workspace_id = $1 and state = 'open'
    order by last_at desc, id desc
    limit 50`
  return {
    read: (calls: number) => middleOf(calls, () => db.query({ name: 'list', text, values: [business.workspaceId] })),
    stop: () => db.end(),
  }
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
