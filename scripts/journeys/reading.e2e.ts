import type { ListPage } from '@comptoir/contract/inbox'
import type { MailboxesSlice } from '@comptoir/contract/mailboxes'
import { makeId } from '@comptoir/rules/uuid'
import { beforeAll, expect, test } from 'vitest'
import { openMailProgram } from '../testing/mail-program.ts'
import { checkScreen, checkScreens } from './check-screen.ts'
import { signInAs } from './enter-example.ts'
import { composer, conversation, list, replyBox, row, said, timeline, write } from './inbox.ts'
import { openExample } from './open-example.ts'
import { takeSeat, type Seat } from './take-seat.ts'

const { comptoir, browser, joelle, nadia } = await openExample({ joelle: 'Joëlle Lambert', nadia: 'Nadia Jacquemin' })

const inbox = '/w/maison-lambert/inbox'
const api = '/api/w/maison-lambert/inbox'
let own: string

beforeAll(async () => {
  const mailboxes = await joelle.context.request.get('/api/w/maison-lambert/messaging/mailboxes')
  own = ((await mailboxes.json()) as MailboxesSlice).mailboxes[0]!.address
})

test('what a search finds far up in five hundred entries is opened there, and by whoever is given the address', async () => {
  const { page } = joelle
  const rows = await page.request.get(`${api}/conversations?view=unassigned`)
  const { id } = ((await rows.json()) as ListPage).rows[0]!
  // Nobody looks on while they come.
  for (const seat of [joelle, nadia]) await seat.page.goto('about:blank')
  const note = async (body: string) => {
    const data = { commandId: makeId(), noteId: makeId(), body, mentions: [] }
    const answer = await page.request.post(`${api}/conversations/${id}/notes`, { data })
    expect(answer.status()).toBe(201)
  }
  await note('Voir la mirabelle du verger')
  for (let n = 0; n < 50; n++)
    await Promise.all(Array.from({ length: 10 }, (_, of) => note(`Passage ${10 * n + of + 1}`)))
  await page.goto(inbox)
  await list(page).getByRole('listitem').first().waitFor()
  await page.keyboard.press('/')
  await list(page).getByRole('combobox').and(page.locator(':focus')).waitFor()
  await page.keyboard.type('mirabelle')
  const hit = list(page)
    .getByRole('option', { name: /mirabelle/ })
    .first()
  await hit.waitFor()
  await page.keyboard.press('Enter')
  const found = said(page, 'Voir la mirabelle du verger')
  await found.and(page.locator('[data-pointed]')).waitFor()
  expect(await found.evaluate(isInSight)).toBe(true)
  // The next answer is an arrow away.
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
  await nadia.page.goto(page.url())
  const same = said(nadia.page, 'Voir la mirabelle du verger')
  await same.and(nadia.page.locator('[data-pointed]')).waitFor()
  await checkScreen(nadia.page, 'found-far-up', { width: 1440, scheme: 'light' })
  expect(await same.evaluate(isInSight)).toBe(true)
})

test('images of a client are shown for good on every screen, until somebody takes it back', async () => {
  const remi = openMailProgram({ name: 'Rémi Colin', address: 'remi@exemple.be' }, comptoir.mailPort)
  await remi.write({
    to: own,
    subject: 'Nos plus belles tables',
    text: 'Nos tables.',
    html: '<p>Nos <b>tables</b>.</p><img alt="" width="300" height="90" src="https://images.exemple.example/table.png">',
  })
  for (const { page } of [joelle, nadia]) {
    await page.goto(inbox)
    await row(page, /Nos plus belles tables/).click()
    await said(page, 'Nos tables.').getByRole('button', { name: 'Voir la mise en forme' }).click()
    await frame(page).waitFor()
  }
  const { page } = joelle
  const fetching = page.waitForRequest('https://images.exemple.example/table.png')
  await page.route('https://images.exemple.example/**', (route) =>
    route.fulfill({ path: picture, contentType: 'image/svg+xml' }),
  )
  await nadia.page.route('https://images.exemple.example/**', (route) => route.abort())
  await checkScreens(page, 'images-blocked')
  await page.getByRole('button', { name: 'Toujours pour ce client' }).press('Enter')
  await fetching
  await nadia.page.getByText('Les images s’affichent toujours pour ce client.').waitFor()
  await page.locator('.toast').getByRole('button', { name: 'Annuler' }).click()
  await nadia.page.getByText(/image distante bloquée/).waitFor()
  await page.getByRole('button', { name: 'Toujours pour ce client' }).click()
  await page.getByText('Les images s’affichent toujours pour ce client.').waitFor()
  await checkScreens(page, 'images-always')
  await nadia.page.getByRole('button', { name: 'Ne plus les afficher' }).click()
  await page.getByText(/image distante bloquée/).waitFor()
})

test('on a machine whose clock is a day late all that is told of time is right', async () => {
  const late = await takeSeat(browser, comptoir.url)
  await signInAs(late, 'Joëlle Lambert')
  await late.page.clock.install({ time: new Date(Date.now() - 26 * 3600_000) })
  const remi = openMailProgram({ name: 'Rémi Colin', address: 'remi@exemple.be' }, comptoir.mailPort)
  await remi.write({ to: own, subject: 'Une heure juste', text: 'Quelle heure est-il ?' })
  await late.page.goto(inbox)
  const first = row(late.page, /Une heure juste/)
  await first.getByText(/^\d\d:\d\d$/).waitFor()
  await first.click()
  await conversation(late.page)
    .getByText(/^Attend une réponse depuis \d\smin$/)
    .waitFor()
  await timeline(late.page).getByText('Aujourd’hui').waitFor()
  await conversation(late.page).getByRole('button', { name: 'Me rappeler…' }).click()
  const shown = await late.page.locator('.remind-time time').first().getAttribute('datetime')
  expect(Date.parse(shown!)).toBeGreaterThan(Date.now())
  await late.page.keyboard.press('Escape')
  await late.page.goto('/w/maison-lambert/settings/business')
  await late.page.getByLabel('Temps pour annuler').selectOption('30 secondes')
  await late.page.goBack()
  await write(late.page, 'Il est l’heure.')
  await late.page.keyboard.press('Control+Enter')
  const seconds = await said(late.page, 'Il est l’heure.').getByRole('timer').innerText()
  // A server tells its time by the second.
  expect(Number(/\d+/.exec(seconds)![0])).toBeLessThanOrEqual(31)
  expect(Number(/\d+/.exec(seconds)![0])).toBeGreaterThan(20)
  await said(late.page, 'Il est l’heure.').getByRole('button', { name: 'Annuler' }).click()
  await composer(late.page).getByText('Il est l’heure.').waitFor()
})

test('a mail is read as it came, and printed as it was written', async () => {
  const { page } = joelle
  await page.goto(inbox)
  await row(page, /Nos plus belles tables/).click()
  const menu = said(page, 'Nos tables.').getByRole('button', { name: 'Autres actions sur le message' })
  await menu.press('Enter')
  await page.getByRole('menuitem', { name: 'Voir l’original' }).click()
  const dialog = page.getByRole('dialog', { name: 'Message d’origine' })
  await dialog.getByText('Rémi Colin <remi@exemple.be>').waitFor()
  await dialog.getByText(/multipart\/alternative/).waitFor()
  await checkScreens(page, 'original')
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('link', { name: 'Télécharger' }).click()
  expect((await downloading).suggestedFilename()).toBe('Nos plus belles tables.eml')
  await dialog.getByRole('button', { name: 'Fermer' }).last().click()

  const id = page.url().split('/').at(-1)!
  for (const act of ['archive', 'reopen'])
    await joelle.context.request.post(`${api}/conversations/${id}/${act}`, { data: { commandId: makeId() } })
  await conversation(page).getByRole('button', { name: 'Autres actions' }).first().press('Enter')
  const printing = page.waitForResponse(/\/print\?inside=hidden/)
  await page.getByRole('menuitem', { name: 'Imprimer la conversation…' }).click()
  expect((await printing).status()).toBe(200)
  const paper = await joelle.context.newPage()
  await paper.goto(`${api}/conversations/${id}/print?inside=hidden`)
  await paper.emulateMedia({ media: 'print' })
  await paper.getByRole('heading', { name: 'Nos plus belles tables' }).waitFor()
  await paper.getByText('tables', { exact: true }).waitFor()
  await paper.getByText('Joëlle Lambert a archivé la conversation').waitFor()
  expect((await paper.pdf()).byteLength).toBeGreaterThan(5000)
  if (process.env['SCREENSHOTS']) await paper.screenshot({ path: `${process.env['SCREENSHOTS']}/printed.png` })
  await paper.close()
})

test('five megabytes that are pasted do not stop the tab, nor lose what was there', async () => {
  const { page } = joelle
  await write(page, 'Avant. ')
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData(
      'text/html',
      `<table>${'<tr><td style="color:red"><b>Une ligne</b></td></tr>'.repeat(100_000)}</table>`,
    )
    data.setData('text/plain', 'Une ligne\n'.repeat(100_000))
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    const from = performance.now()
    document.activeElement!.dispatchEvent(event)
    document.body.dataset['took'] = String(performance.now() - from)
  })
  await page.getByText(/Trop long \(.*\).: seul le début du texte a été collé/).waitFor()
  expect(Number(await page.evaluate(() => document.body.dataset['took']))).toBeLessThan(5000)
  const text = await replyBox(page).innerText()
  expect(text.startsWith('Avant. Une ligne')).toBe(true)
  await page.locator('.toast').getByRole('button', { name: 'Joindre en entier' }).click()
  await composer(page).getByText('texte.html').waitFor()
  await replyBox(page).press('End')
  await page.keyboard.type('Après.')
  await expect.poll(() => replyBox(page).innerText()).toContain('Après.')
  await composer(page).getByText('Brouillon enregistré').waitFor()
  await checkScreen(page, 'pasted', { width: 1440, scheme: 'light' })
})

const picture = new URL('../../apps/workspace/public/icon.svg', import.meta.url).pathname
const frame = (page: Seat['page']) => page.frameLocator('iframe.mail-layout').getByText('tables')

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}
