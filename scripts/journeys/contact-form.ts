import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Me } from '@comptoir/contract/identity'
import { makeId } from '@comptoir/rules/uuid'
import { sealPage } from '@comptoir/server/forms/page-token'
import { keptSecret } from '@comptoir/server/secret-of'
import type { FrameLocator, Page } from 'playwright-core'
import type { RunningComptoir } from '../testing/running-comptoir.ts'
import type { Seat } from './take-seat.ts'

/** Joëlle asks one thing more in her form. */
export async function addField(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter un champ' }).click()
  await page.getByRole('menuitem', { name: kind }).click()
  await page.getByRole('menu').waitFor({ state: 'detached' })
}

/** Fills in what every form asks, as somebody of this name. */
export async function fill(form: FrameLocator, name: string, message: string): Promise<void> {
  await form.getByLabel('Nom').fill(name)
  await form.getByLabel('E-mail').fill(`${name.split(' ')[0]!.toLowerCase()}@exemple.example`)
  await form.getByLabel('Message').fill(message)
}

/** As if the page had been open for a minute: nobody fills in a form in no time, but for a program. */
export async function takeTime(form: FrameLocator, owner: Seat, { dataDir }: RunningComptoir): Promise<void> {
  const me = (await (await owner.context.request.get('/api/me')).json()) as Me
  const shown = { id: makeId(), shownAt: Date.now() - 60_000 }
  const sealed = sealPage(keptSecret({ secretKey: undefined, dataDir }), me.workspaces[0]!.workspaceId, shown)
  await form
    .locator('input[name=page]')
    .evaluate((input: HTMLInputElement, value) => void (input.value = value), sealed)
}

export async function heightOf(page: Page): Promise<number> {
  return Math.round((await page.locator('iframe').boundingBox())?.height ?? 0)
}

export function innerHeightOf(form: FrameLocator): Promise<number> {
  return form.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height))
}

/** All of a page, and not only what of it is in sight. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
