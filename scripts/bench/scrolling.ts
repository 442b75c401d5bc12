import type { Page } from 'playwright-core'
import { findChromium } from '../testing/find-chromium.ts'
import { launchChromium } from '../testing/launch-chromium.ts'
import { figure, median, percentile, type Figure } from './figure.ts'
import type { Product } from './product.ts'
import { signIn } from './target.ts'

const rows = 10_000
/** Twelve thousand a second at sixty pictures: a list that a hand has thrown. */
const pixelsAFrame = 200

/** Scrolling through ten thousand conversations, which come page by page: how long each picture takes. */
export async function scrolling(product: Product): Promise<Figure[]> {
  const browser = await launchChromium(await findChromium())
  const cookie = await signIn(product)
  const bench = 'scrolling'
  const asItIs = await scroll(await openInbox(browser, product, cookie), rows)
  const slowed = await openInbox(browser, product, cookie)
  const cdp = await slowed.context().newCDPSession(slowed)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const fourTimesSlower = await scroll(slowed, rows / 10)
  await browser.close()
  return [
    figure({ bench, figure: 'a picture, p95', unit: 'ms', value: percentile(asItIs, 0.95), atMost: 20 }),
    figure({
      bench,
      figure: 'a picture on a machine four times slower, in the middle',
      unit: 'ms',
      value: median(fourTimesSlower),
      atMost: 40,
    }),
  ]
}

async function openInbox(browser: Awaited<ReturnType<typeof launchChromium>>, product: Product, cookie: string) {
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  })
  const [name, value] = cookie.split('=') as [string, string]
  await context.addCookies([{ name, value, url: product.url }])
  const page = await context.newPage()
  await page.goto(`${product.url}/w/${product.business.slug}/inbox`)
  await page.locator('.conversation-row').first().waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

/** Scrolls until so many rows went by; answers how far apart the pictures were. */
function scroll(page: Page, rows: number): Promise<number[]> {
  return page.evaluate(
    async ({ rows, step }) => {
      const box = document.querySelector('.rows-scroll')!
      const reached = () =>
        Math.max(...[...box.querySelectorAll('[aria-posinset]')].map((row) => Number(row.ariaPosInSet)))
      const apart: number[] = []
      let last = await new Promise(requestAnimationFrame)
      for (let frame = 0; ; frame++) {
        box.scrollTop += step
        const now = await new Promise(requestAnimationFrame)
        apart.push(now - last)
        last = now
        if (frame % 50 === 0 && reached() >= rows) return apart
        if (frame > rows * 2) throw new Error(`only ${reached()} of ${rows} rows came`)
      }
    },
    { rows, step: pixelsAFrame },
  )
}
