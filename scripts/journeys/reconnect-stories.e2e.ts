import type { ListPage, OpenedConversation } from '@comptoir/contract/inbox'
import { makeId } from '@comptoir/rules/uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { changeData } from '../testing/change-data.ts'
import { openLine, type Line } from '../testing/open-line.ts'
import { enterAs, signInAs } from './enter-example.ts'
import { composer, list, replyBox, row, said, write } from './inbox.ts'
import { keptNames } from './kept-on-phone.ts'
import { seen } from './seen.ts'
import { openExample } from './open-example.ts'
import { takeSeat, type Seat } from './take-seat.ts'
import { twentyChanges } from './twenty-changes.ts'

const api = '/api/w/maison-lambert/inbox'
const { comptoir, browser, joelle } = await openExample({ joelle: 'Joëlle Lambert' })
let line: Line
let vincent: Seat
let conversationId: string
let subject: string

beforeAll(async () => {
  line = await openLine(comptoir.url)
  vincent = await takeSeat(browser, line.url)
  await enterAs(vincent, 'Vincent Claes')
  const page = await joelle.context.request.get(`${api}/conversations?view=open`)
  ;({ id: conversationId, subject } = ((await page.json()) as ListPage).rows[3]!)
  await row(vincent.page, subject).click()
  // All its code is there before the line is cut, as with anybody who works for a while.
  await replyBox(vincent.page).click()
  await composer(vincent.page).getByRole('button', { name: 'Gras' }).waitFor()
  await vi.waitFor(
    async () => expect(await keptNames(vincent.page)).toContain(`conversation ${conversationId}`),
    30_000,
  )
})

afterAll(() => line?.close())

const lost = () => vincent.page.getByText('Connexion perdue, nouvelle tentative')

async function answer(bodyHtml: string) {
  const path = `${api}/conversations/${conversationId}/replies`
  const data = { commandId: makeId(), messageId: makeId(), bodyHtml, fileIds: [], baseSeq: 0, conflict: 'anyway' }
  const given = await joelle.context.request.post(path, { data })
  if (!given.ok()) throw new Error(await given.text())
}

async function note(body: string) {
  const path = `${api}/conversations/${conversationId}/notes`
  const given = await joelle.context.request.post(path, { data: { commandId: makeId(), noteId: makeId(), body } })
  if (!given.ok()) throw new Error(await given.text())
}

async function messagesWith(words: string) {
  const given = await joelle.context.request.get(`${api}/conversations/${conversationId}`)
  const { items } = (await given.json()) as OpenedConversation
  return items.filter((item) => item.is === 'message' && item.text.includes(words))
}

/** His screen against one that was just opened: the conversation, the list, the numbers and the card. */
async function expectAsFresh() {
  // What the mouse rests on looks otherwise.
  await vincent.page.mouse.move(1400, 20)
  const fresh = await takeSeat(browser, comptoir.url)
  await signInAs(fresh, 'Vincent Claes')
  await fresh.page.goto(new URL(vincent.page.url()).pathname)
  await replyBox(fresh.page).waitFor()
  await vi.waitFor(async () => expect(await seen(vincent.page)).toEqual(await seen(fresh.page)), 15_000)
  await fresh.context.close()
}

test('an answer given while one was offline is there after, in the conversation, the list and the numbers alike', async () => {
  line.cut()
  await lost().waitFor()
  await answer('<p>Le devis est parti ce matin.</p>')
  expect(await said(vincent.page, 'Le devis est parti').count()).toBe(0)
  line.mend()
  await lost().waitFor({ state: 'detached' })
  await said(vincent.page, 'Le devis est parti ce matin.').waitFor()
  expect(await said(vincent.page, 'Le devis est parti ce matin.').count()).toBe(1)
  await list(vincent.page).getByText('Le devis est parti ce matin.').first().waitFor()
  await expectAsFresh()
})

test('whoever answers without having seen it is told of it before anything leaves', async () => {
  const { page } = vincent
  line.cut()
  await lost().waitFor()
  await answer('<p>J’ai déjà appelé ce client.</p>')
  await write(page, 'Je vous appelle tout de suite.')
  await page.keyboard.press('Control+Enter')
  await said(page, 'Je vous appelle').getByText('En attente de connexion').waitFor()
  line.mend()
  await page.getByText('Joëlle Lambert : J’ai déjà appelé ce client.').waitFor()
  expect(await replyBox(page).innerText()).toBe('Je vous appelle tout de suite.')
  expect(await messagesWith('Je vous appelle')).toEqual([])
  await composer(page).getByRole('button', { name: 'Effacer le brouillon' }).click()
})

test('a second cut in the middle of catching up forgets nothing of the first', async () => {
  const { page } = vincent
  line.cut()
  await lost().waitFor()
  await note('Dit pendant la première coupure.')
  let asked = 0
  let cutAgain!: () => void
  const isCutAgain = new Promise<void>((cut) => (cutAgain = cut))
  // The answer with what was missed is on its way when the line goes again.
  await page.route('**/events?*', async (route) => {
    if (asked++ > 0) return route.continue()
    await route.fetch({ url: route.request().url().replace(line.url, comptoir.url) })
    line.cut()
    await note('Dit pendant la seconde.')
    await route.abort()
    cutAgain()
  })
  line.mend()
  await isCutAgain
  expect(await lost().isVisible()).toBe(true)
  line.mend()
  await lost().waitFor({ state: 'detached' })
  for (const words of ['Dit pendant la première coupure.', 'Dit pendant la seconde.']) {
    await said(page, words).waitFor()
    expect(await said(page, words).count()).toBe(1)
  }
  await page.unroute('**/events?*')
  await expectAsFresh()
})

test('a message posted twice on a weak network is one message, and leaves once', async () => {
  const { page } = vincent
  const commands: string[] = []
  let postAgain!: () => void
  const isPostedAgain = new Promise<void>((again) => (postAgain = again))
  // The server takes it, the line goes before anybody hears so, and what was missed comes late.
  await page.route('**/replies', async (route) => {
    commands.push((route.request().postDataJSON() as { commandId: string }).commandId)
    if (commands.length > 1) {
      postAgain()
      return route.continue()
    }
    await route.fetch({ url: route.request().url().replace(line.url, comptoir.url) })
    line.cut()
    await route.abort()
  })
  await page.route('**/events?*', async (route) => {
    await isPostedAgain
    await route.continue()
  })
  await write(page, 'Votre table est prête.')
  await page.keyboard.press('Control+Enter')
  await lost().waitFor()
  line.mend()
  await isPostedAgain
  await lost().waitFor({ state: 'detached' })
  expect(new Set(commands).size).toBe(1)
  await said(page, 'Votre table est prête.').getByText('Envoyé').waitFor()
  expect(await said(page, 'Votre table est prête.').count()).toBe(1)
  const messages = await messagesWith('Votre table est prête.')
  expect(messages).toHaveLength(1)
  const track = await joelle.context.request.get(`${api}/messages/${messages[0]!.id}/deliveries`)
  expect(((await track.json()) as { deliveries: unknown[] }).deliveries).toHaveLength(1)
  await page.unrouteAll()
})

test('a tab that slept for three days, while what happened was cleared away, starts again and is right', async () => {
  const { page } = vincent
  await page.evaluate(() => (document.documentElement.dataset['neverReloaded'] = ''))
  line.cut()
  await lost().waitFor()
  await twentyChanges(joelle, conversationId)
  // As the night does with what is too old to be told.
  await changeData(comptoir, 'update event_counter set floor_seq = last_seq')
  expect(await changeData(comptoir, 'delete from event')).toBeGreaterThan(20)
  line.mend()
  await lost().waitFor({ state: 'detached' })
  await said(page, 'Changement 6.').waitFor()
  await expectAsFresh()
  expect(await page.evaluate(() => 'neverReloaded' in document.documentElement.dataset)).toBe(true)
  await note('Et la suite est entendue comme avant.')
  await said(page, 'Et la suite est entendue comme avant.').waitFor()
})
