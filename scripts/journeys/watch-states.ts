import type { Page } from 'playwright-core'

/** Notes every state the receipts of the page go through, however short. */
export function watchStates(page: Page): Promise<void> {
  return page.evaluate(() => {
    const shown: string[] = []
    const look = () => {
      const state = [...document.querySelectorAll('[data-state].receipt-mark')].at(-1)?.getAttribute('data-state')
      if (state && shown.at(-1) !== state) shown.push(state)
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true })
    Object.assign(window, { shown })
  })
}

export function statesShown(page: Page): Promise<string[]> {
  return page.evaluate(() => ('shown' in window ? (window.shown as string[]) : []))
}
