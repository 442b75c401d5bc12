import pg from 'pg'
import type { SearchAnswer } from '@comptoir/contract/search'
import { figure, median, type Figure } from './figure.ts'
import { get } from './get.ts'
import { middleOf } from './middle-of.ts'
import type { Product } from './product.ts'
import { signIn } from './target.ts'

const rounds = 5
const callsARound = 40
/** What runs all day is compiled by then: neither side is measured cold. */
const warmUpCalls = 300

/** One word and two among all that was written, over HTTP beside the bare full-text query. */
export async function search(product: Product): Promise<Figure[]> {
  const { ownerUrl, business } = product
  const db = new pg.Client({ connectionString: ownerUrl })
  await db.connect()
  // What went wrong is told by the query.
  db.on('error', () => {})
  await db.query(`select set_config('app.workspace', $1, false)`, [business.workspaceId])
  await makeFindable(db, business.workspaceId)
  const cookie = await signIn(product)
  const figures: Figure[] = []
  for (const [figureName, words] of [
    ['one word', ['d42']],
    ['two words', ['d42', 'a42']],
  ] as const) {
    const url = `${product.url}/api/w/${business.slug}/inbox/search?words=${encodeURIComponent(`${words.join(' ')} `)}`
    const ours = () => get(url, cookie)
    const bare = await bareSearch(db, business.workspaceId, words)
    if ((JSON.parse(await ours()) as SearchAnswer).hits.length === 0) throw new Error(`${words.join(' ')}: no answer`)
    const took: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
    await middleOf(warmUpCalls, ours)
    await middleOf(warmUpCalls, bare)
    for (let round = 0; round < rounds; round++) {
      took.bare.push(await middleOf(callsARound, bare))
      took.ours.push(await middleOf(callsARound, ours))
    }
    figures.push(
      figure({
        bench: 'search',
        figure: `${figureName}, beside its full-text query`,
        unit: 'ms',
        value: median(took.ours),
        baseline: median(took.bare),
        atMost: 3,
      }),
    )
  }
  await db.end()
  return figures
}

/** What the server does after an update, without its pauses. */
async function makeFindable(db: pg.Client, workspaceId: string) {
  const { rows } = await db.query('select from searchable where workspace_id = $1 and kind = $2 limit 1', [
    workspaceId,
    'message',
  ])
  if (rows.length > 0) return
  await db.query(
    `insert into search_state (workspace_id, filling) values ($1, 'client')
     on conflict (workspace_id) do update set filling = 'client'`,
    [workspaceId],
  )
  let left: string | undefined = 'more'
  while (left === 'more') left = (await db.query<{ left: string }>('select fill_search(5000) as left')).rows[0]?.left
  await db.query('vacuum analyze searchable')
}

async function bareSearch(db: pg.Client, workspaceId: string, words: readonly string[]) {
  const query = await db.query<{ q: string }>(`select search_query($1, false, '{}', '{}')::text as q`, [words])
  const text = `
    select s.conversation_id, s.kind, s.id, s.at from searchable s
    where s.workspace_id = $1 and s.words @@ $2::tsquery
    order by s.at desc, s.id desc
    limit 26`
  return () => db.query({ name: 'search', text, values: [workspaceId, query.rows[0]!.q] })
}
