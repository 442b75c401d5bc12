import pg from 'pg'
import { findChromium } from '../testing/find-chromium.ts'
import { launchChromium } from '../testing/launch-chromium.ts'
import { figure, median, type Figure } from './figure.ts'
import type { Product } from './product.ts'
import { signIn } from './target.ts'

const rounds = 5
const messages = 500

/** Opening a conversation of five hundred messages: when its newest is there, and the longest that a press would wait. */
export async function openConversation(product: Product): Promise<Figure[]> {
  await lengthen(product)
  const browser = await launchChromium(await findChromium())
  const cookie = await signIn(product)
  const longest: number[] = []
  for (let round = 0; round < rounds; round++) longest.push(await open(browser, product, cookie))
  await browser.close()
  const bench = 'open-conversation'
  return [figure({ bench, figure: 'longest task', unit: 'ms', value: median(longest), atMost: 50 })]
}

/** The second conversation of the list becomes a long one. */
async function lengthen({ ownerUrl, business }: Product) {
  const db = new pg.Client({ connectionString: ownerUrl })
  await db.connect()
  const [, id] = business.conversationIds
  await db.query(
    `insert into message (workspace_id, id, conversation_id, seq, direction, channel, author_name, body_text, at)
     select c.workspace_id, gen_random_uuid(), c.id, c.last_seq + n, case when n % 2 = 0 then 'out' else 'in' end, 'email',
            'Nadia Thiry', 'Bonjour, voici la mesure ' || n || '. Pouvez-vous me confirmer la couleur et le délai ?',
            c.last_at + n * interval '1 second'
     from conversation c, generate_series(1, ${messages}) n where c.workspace_id = $1 and c.id = $2`,
    [business.workspaceId, id],
  )
  await db.query(
    `update conversation set last_seq = last_seq + ${messages}, last_at = last_at + ${messages} * interval '1 second'
     where workspace_id = $1 and id = $2`,
    [business.workspaceId, id],
  )
  await db.end()
}

async function open(browser: Awaited<ReturnType<typeof launchChromium>>, product: Product, cookie: string) {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } })
  const [name, value] = cookie.split('=') as [string, string]
  await context.addCookies([{ name, value, url: product.url }])
  const page = await context.newPage()
  await page.goto(`${product.url}/w/${product.business.slug}/inbox`)
  await page.locator('.conversation-row').first().waitFor()
  await page.waitForLoadState('networkidle')
  const row = page.locator(`#row-${product.business.conversationIds[1]}`)
  await row.hover()
  await page.waitForTimeout(250)
  const longest = await page.evaluate(async (id) => {
    const tasks: number[] = []
    const watch = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)))
    watch.observe({ type: 'longtask' })
    document.getElementById(id)!.click()
    while (document.querySelectorAll('.timeline article').length < 50) await new Promise(requestAnimationFrame)
    await new Promise((done) => setTimeout(done, 300))
    return Math.max(0, ...tasks)
  }, `row-${product.business.conversationIds[1]}`)
  await context.close()
  return longest
}
