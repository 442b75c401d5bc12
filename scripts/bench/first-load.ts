import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page, Request } from 'playwright-core'
import { build } from 'vite'
import solid from 'vite-plugin-solid'
import { findChromium } from '../testing/find-chromium.ts'
import { launchChromium } from '../testing/launch-chromium.ts'
import { figure, median, type Figure } from './figure.ts'
import type { Product } from './product.ts'
import { signIn } from './target.ts'

const rounds = 5
const kibibyte = 1024

/** What the inbox asks for before one can use it, and how long that takes beside a bare Solid page. */
export async function firstLoad(product: Product): Promise<Figure[]> {
  const browser = await launchChromium(await findChromium())
  const bare = await bareSolidPage()
  const cookie = await signIn(product)
  const ours: Load[] = []
  const bareMs: number[] = []
  for (let round = 0; round < rounds; round++) {
    bareMs.push(await firstPaint(browser, bare.url))
    ours.push(await loadInbox(browser, product, cookie))
  }
  await bare.stop()
  await browser.close()
  const bench = 'first-load'
  return [
    figure({
      bench,
      figure: 'code and style, compressed',
      unit: 'KiB',
      value: ours[0]!.codeBytes / kibibyte,
      atMost: 110,
    }),
    figure({
      bench,
      figure: 'usable',
      unit: 'ms',
      value: median(ours.map((one) => one.usableMs)),
      baseline: median(bareMs),
      atMost: 2.5,
    }),
    figure({ bench, figure: 'route change', unit: 'ms', value: median(ours.map((one) => one.routeMs)), atMost: 100 }),
  ]
}

interface Load {
  codeBytes: number
  usableMs: number
  routeMs: number
}

async function loadInbox(browser: Browser, { url, business }: Product, cookie: string): Promise<Load> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 1440, height: 900 },
    // It comes once the page rests, and the sizes of what it fetches are never told.
    serviceWorkers: 'block',
  })
  const [name, value] = cookie.split('=') as [string, string]
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  const codeBytes = countCode(page)
  const start = performance.now()
  await page.goto(`${url}/w/${business.slug}/inbox`, { waitUntil: 'commit' })
  await page.locator('.conversation-row').first().waitFor()
  const usableMs = performance.now() - start
  await page.waitForLoadState('networkidle')
  const bytes = await codeBytes()
  // A hand comes near a quarter of a second before it presses; the page makes use of it.
  await page.locator('.conversation-row').nth(2).hover()
  await sleep(250)
  const routeMs = await page.evaluate(async () => {
    const row = document.querySelectorAll<HTMLElement>('.conversation-row')[2]!
    const start = performance.now()
    row.click()
    while (!document.querySelector('.timeline')) await new Promise(requestAnimationFrame)
    return performance.now() - start
  })
  await context.close()
  return { codeBytes: bytes, usableMs, routeMs }
}

/** Bytes on the wire of every script and style, as the browser received them. */
function countCode(page: Page) {
  const sizes: Promise<number>[] = []
  const count = (request: Request) => {
    if (!['script', 'stylesheet'].includes(request.resourceType())) return
    sizes.push(request.sizes().then((size) => size.responseBodySize))
  }
  page.on('requestfinished', count)
  return async () => {
    page.off('requestfinished', count)
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  }
}

async function firstPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const start = performance.now()
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator('#said').waitFor()
  const took = performance.now() - start
  await context.close()
  return took
}

/** A Solid page that says one word, built and served as plainly as can be. */
async function bareSolidPage() {
  const folder = mkdtempSync(join(import.meta.dirname, '../../.data/bare-'))
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>bare</title><div id="root"></div><script type="module" src="./main.jsx"></script>',
  )
  writeFileSync(
    join(folder, 'main.jsx'),
    `import { render } from 'solid-js/web'\nrender(() => <p id="said">Bonjour</p>, document.getElementById('root'))`,
  )
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [solid()],
    build: { write: false },
  })
  const { output } = (Array.isArray(built) ? built[0] : built) as {
    output: { fileName: string; code?: string; source?: string | Uint8Array }[]
  }
  const files = new Map(output.map((file) => [`/${file.fileName}`, file.code ?? file.source ?? '']))
  rmSync(folder, { recursive: true })
  const server = createServer((request, response) => {
    const name = request.url === '/' ? '/index.html' : (request.url ?? '')
    const body = files.get(name)
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': name.endsWith('.js') ? 'text/javascript' : 'text/html',
    })
    response.end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => new Promise((closed) => server.close(closed)),
  }
}
