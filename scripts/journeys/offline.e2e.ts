import type { ListPage, OpenedConversation } from '@comptoir/contract/inbox'
import { makeId } from '@comptoir/rules/uuid'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { checkScreen } from './check-screen.ts'
import { composer, list, replyBox, row, said, timeline, write } from './inbox.ts'
import { keptNames, keptOnPhone } from './kept-on-phone.ts'
import { openExample } from './open-example.ts'
import { phone, type Seat } from './take-seat.ts'

const { joelle, vincent } = await openExample({
  joelle: 'Joëlle Lambert',
  vincent: { name: 'Vincent Claes', ...phone, serviceWorkers: 'allow' },
})

let conversationId: string
let subject: string
const api = '/api/w/maison-lambert/inbox'

beforeAll(async () => {
  const page = await vincent.context.request.get(`${api}/conversations?view=open`)
  ;({ id: conversationId, subject } = ((await page.json()) as ListPage).rows[2]!)
})

/** The phone is put away, the tab with it, and taken up again. */
async function reopen(seat: Seat, path: string) {
  await seat.page.close()
  seat.page = await seat.context.newPage()
  await seat.page.goto(path)
}

/** What stands in the editor, whichever of the two is there. */
function written(page: Page) {
  const box = composer(page).getByRole('textbox').first()
  return box.evaluate((one: HTMLElement) => (one instanceof HTMLTextAreaElement ? one.value : one.innerText))
}

async function replyAs({ context }: Seat, words: string) {
  const path = `${api}/conversations/${conversationId}`
  const { conversation, answers } = (await (await context.request.get(path)).json()) as OpenedConversation
  const data = {
    commandId: makeId(),
    messageId: makeId(),
    bodyHtml: `<p>${words}</p>`,
    fileIds: [],
    recipients: answers.reply,
    baseSeq: conversation.lastSeq,
    conflict: 'refuse',
  }
  const answer = await context.request.post(`${path}/replies`, { data })
  if (!answer.ok()) throw new Error(await answer.text())
}

async function repliesOf(seat: Seat, words: string) {
  const answer = await seat.context.request.get(`${api}/conversations/${conversationId}`)
  const { items } = (await answer.json()) as OpenedConversation
  return items.filter((item) => item.is === 'message' && item.text.includes(words))
}

test('the program can be put on the home screen, under its name and with its own icons', async () => {
  const { page, context } = vincent
  const href = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = (await (await context.request.get(href!)).json()) as {
    name: string
    lang: string
    icons: { src: string; purpose: string }[]
    shortcuts: { url: string }[]
  }
  expect(manifest).toMatchObject({ name: 'Comptoir', lang: 'fr', display: 'standalone', start_url: '/' })
  expect(manifest.icons.map((icon) => icon.purpose)).toContain('maskable')
  for (const { src } of manifest.icons) expect((await context.request.get(src)).ok()).toBe(true)
  const session = await context.newCDPSession(page)
  const { errors } = (await session.send('Page.getAppManifest')) as { errors: unknown[] }
  expect(errors).toEqual([])
  await page.goto(manifest.shortcuts[0]!.url)
  await page.waitForURL('**/inbox/to-answer')
})

test('what Vincent opened he reads again without a network, with the time it was true at', async () => {
  const { page, context } = vincent
  await page.goto('/w/maison-lambert/inbox')
  await row(page, subject).click()
  await timeline(page).getByRole('article').first().waitFor()
  const read = await timeline(page).getByRole('article').allInnerTexts()
  await keptOnPhone(page, 'workspace', 'list open', `conversation ${conversationId}`)
  await context.setOffline(true)
  await reopen(vincent, '/')
  await list(vincent.page).getByRole('listitem').first().waitFor()
  await vincent.page.getByText(/Hors connexion.: ce que vous voyez date de \d\d:\d\d/).waitFor()
  await checkScreen(vincent.page, 'offline-list', { width: 390, scheme: 'light' })
  await row(vincent.page, subject).tap()
  await expect.poll(() => timeline(vincent.page).getByRole('article').allInnerTexts()).toEqual(read)
  await checkScreen(vincent.page, 'offline-conversation', { width: 390, scheme: 'dark' })
})

test('what was never opened says so, and why', async () => {
  const { page } = vincent
  await page.goBack()
  await row(page, /./).nth(5).tap()
  await page.getByText('Le serveur ne répond pas').waitFor()
  await page.goBack()
})

test('what Vincent answers meanwhile waits in the conversation, and he can take it back and change it', async () => {
  const { page } = vincent
  await row(page, subject).tap()
  await write(page, 'Bonjour, je passe jeudi.')
  await composer(page).getByRole('button', { name: 'Envoyer', exact: true }).tap()
  await said(page, 'je passe jeudi').getByText('En attente de connexion').waitFor()
  await checkScreen(page, 'offline-waiting', { width: 390, scheme: 'light' })
  await said(page, 'je passe jeudi').getByRole('button', { name: 'Reprendre le texte' }).tap()
  await expect.poll(() => replyBox(page).innerText()).toBe('Bonjour, je passe jeudi.')
  await replyBox(page).tap()
  await composer(page).getByRole('button', { name: 'Gras' }).waitFor()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Vers dix heures.')
  await composer(page).getByRole('button', { name: 'Envoyer', exact: true }).tap()
  await said(page, 'Vers dix heures').getByText('En attente de connexion').waitFor()
  await write(page, 'Un brouillon écrit hors connexion')
  await composer(page).getByText('Brouillon gardé ici, en attente de connexion').waitFor({ state: 'attached' })
})

test('it waits still after the phone was put away, leaves once when the network is back, and from one tab of two', async () => {
  await reopen(vincent, `/w/maison-lambert/inbox/c/${conversationId}`)
  const { page, context } = vincent
  await said(page, 'Vers dix heures').getByText('En attente de connexion').waitFor()
  await expect.poll(() => written(page)).toBe('Un brouillon écrit hors connexion')
  const other = await context.newPage()
  await other.goto(`/w/maison-lambert/inbox/c/${conversationId}`)
  await said(other, 'Vers dix heures').getByText('En attente de connexion').waitFor()
  const posted: string[] = []
  context.on('request', (one) => {
    if (one.method() === 'POST' && one.url().endsWith('/replies')) posted.push(one.postData() ?? '')
  })
  await context.setOffline(false)
  for (const one of [page, other]) {
    await one.getByText('Hors connexion').waitFor({ state: 'detached' })
    await said(one, 'Vers dix heures').getByText('En attente de connexion').waitFor({ state: 'detached' })
    expect(await said(one, 'Vers dix heures').count()).toBe(1)
  }
  expect(posted).toHaveLength(1)
  expect(await repliesOf(joelle, 'Vers dix heures')).toHaveLength(1)
  expect(await repliesOf(joelle, 'je passe jeudi')).toHaveLength(1)
  await other.close()
  await composer(page).getByText('Brouillon enregistré').waitFor({ state: 'attached' })
})

test('a colleague answered meanwhile: Vincent is told what they said, and what he wrote is kept', async () => {
  const { page, context } = vincent
  await composer(page).getByRole('button', { name: 'Effacer le brouillon' }).tap()
  await expect.poll(async () => (await written(page)).trim()).toBe('')
  await context.setOffline(true)
  await page.getByText('Hors connexion').waitFor()
  await write(page, 'Le mélèze est en stock.')
  await composer(page).getByRole('button', { name: 'Envoyer', exact: true }).tap()
  await said(page, 'Le mélèze').getByText('En attente de connexion').waitFor()
  await replyAs(joelle, 'C’est commandé chez notre fournisseur.')
  await context.setOffline(false)
  await page.getByText('Joëlle Lambert : C’est commandé chez notre fournisseur.').waitFor()
  await checkScreen(page, 'offline-answered-meanwhile', { width: 390, scheme: 'light' })
  expect(await written(page)).toBe('Le mélèze est en stock.')
  expect(await repliesOf(joelle, 'Le mélèze est en stock')).toHaveLength(0)
})

test('whoever signs out leaves nothing of what was open on the device', async () => {
  const { page } = vincent
  await page.goto('/w/maison-lambert/inbox')
  await page.getByRole('button', { name: 'Plus', exact: true }).tap()
  await page.getByRole('button', { name: 'Se déconnecter' }).tap()
  await page.waitForURL('**/sign-in')
  await expect.poll(() => keptNames(page)).toEqual([])
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kept/')))).toEqual([])
  await vincent.context.setOffline(true)
  await reopen(vincent, '/w/maison-lambert/inbox')
  await vincent.page.getByText('Le serveur ne répond pas').waitFor()
  expect(vincent.problems.filter((problem) => !/ERR_INTERNET_DISCONNECTED| 409 /.test(problem))).toEqual([])
})
