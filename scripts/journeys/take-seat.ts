import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'

/** Somebody at a browser of their own, and whatever went wrong in it. */
export interface Seat {
  url: string
  context: BrowserContext
  page: Page
  problems: string[]
}

/** What makes a phone of it. */
export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** A desk in Brussels: French, wide and light, unless said otherwise. */
export async function takeSeat(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Seat> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'fr-BE',
    timezoneId: 'Europe/Brussels',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    // What is kept for a day without a network is looked at where one starts without it.
    serviceWorkers: 'block',
    ...options,
  })
  context.setDefaultTimeout(20_000)
  const problems: string[] = []
  context.on('weberror', (failure) => problems.push(failure.error().message))
  context.on('console', (said) => {
    if (said.type() === 'error' && !isOrdinary(said.text(), said.location().url))
      problems.push(`${said.text()} ${said.location().url}`)
  })
  return { url, context, page: await context.newPage(), problems }
}

// The browser notes every answer that says no, also to « who am I? » of somebody who is nobody yet.
function isOrdinary(text: string, url: string): boolean {
  return text.includes('401') && url.endsWith('/api/me')
}
