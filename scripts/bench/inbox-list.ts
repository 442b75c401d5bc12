import pg from 'pg'
import { figure, median, type Figure } from './figure.ts'
import { get } from './get.ts'
import { middleOf } from './middle-of.ts'
import { startProduct, type Product } from './product.ts'
import { signIn } from './target.ts'

const rounds = 5
const callsARound = 60
/** What runs all day is compiled by then: neither side is measured cold. */
const warmUpCalls = 1000
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
  await large.read(warmUpCalls)
  await bare.read(warmUpCalls)
  for (let round = 0; round < rounds; round++) {
    took.bare.push(await bare.read(callsARound))
    took.ours.push(await large.read(callsARound))
  }
  await bare.stop()

  const smallProduct = await startProduct(smallConversations)
  const small = await listReader(smallProduct)
  await small.read(warmUpCalls)
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
        const page = JSON.parse(await get(url, cookie)) as { rows: unknown[] }
        if (page.rows.length !== 50) throw new Error(`the page held ${page.rows.length} rows`)
      }),
  }
}

async function bareReader({ ownerUrl, business }: Product) {
  const db = new pg.Client({ connectionString: ownerUrl })
  await db.connect()
  const text = `
    select c.id, c.client_id, c.client_name, c.subject, c.state, c.source, c.assignee_id, c.last_seq, c.last_at,
           c.last_preview, c.last_direction, c.waiting_since, c.failed_at, u.messages as unread
    from conversation c
    left join unread u on u.workspace_id = c.workspace_id and u.conversation_id = c.id and u.user_id = $2
    where c.workspace_id = $1 and c.state = 'open'
    order by c.top_at desc, c.id desc
    limit 51`
  const { rows } = await db.query<{ id: string }>('select id from app_user limit 1')
  return {
    read: (calls: number) =>
      middleOf(calls, () => db.query({ name: 'list', text, values: [business.workspaceId, rows[0]!.id] })),
    stop: () => db.end(),
  }
}
