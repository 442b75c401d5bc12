import type { BrowserContextOptions } from 'playwright-core'
import { createBusiness } from './create-business.ts'
import { type Opened, openComptoir } from './open-comptoir.ts'
import { takeSeat, type Seat } from './take-seat.ts'

/** Joëlle's own business, in which nobody wrote yet, and her at a browser that has no page open. */
export function openBusiness(
  options: { env?: Record<string, string>; desk?: BrowserContextOptions } = {},
): Promise<Opened & { joelle: Seat }> {
  return openComptoir({ env: options.env }, async ({ comptoir, browser }) => {
    const joelle = await takeSeat(browser, comptoir.url, options.desk)
    await createBusiness(joelle)
    return { joelle }
  })
}
