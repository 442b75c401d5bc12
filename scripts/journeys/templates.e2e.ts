import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../testing/open-browser.ts'
import { runComptoir, type RunningComptoir } from '../testing/running-comptoir.ts'
import { checkScreen, looks } from './check-screen.ts'
import { drawn, drawnPicture, give, picturesOf } from './drawn-picture.ts'
import { enterAs } from './enter-example.ts'
import { composer, list, replyBox, said, write } from './inbox.ts'
import { takeSeat, type Seat } from './take-seat.ts'

let comptoir: RunningComptoir
let browser: Browser
let joelle: Seat
let nadia: Seat
let inbox: string

beforeAll(async () => {
  ;[comptoir, browser] = await Promise.all([runComptoir({ flags: ['--demo'] }), openBrowser()])
  joelle = await takeSeat(browser, comptoir.url)
  nadia = await takeSeat(browser, comptoir.url)
  await enterAs(joelle, 'Joëlle Lambert')
  await enterAs(nadia, 'Nadia Jacquemin')
  inbox = joelle.page.url().replace(/\/inbox.*/, '/inbox')
})

afterAll(async () => {
  await browser?.close()
  await comptoir?.stop()
})

const page = () => joelle.page
const dialog = (at: Page) => at.getByRole('dialog')
const offered = (at: Page) => at.getByRole('listbox', { name: 'Messages enregistrés' })
const card = (at: Page) => at.getByRole('region', { name: 'Messages enregistrés' })
const rowOf = (at: Page, name: string | RegExp) => card(at).getByRole('listitem').filter({ hasText: name })

test('Joëlle keeps a text with what is to be filled in, and Nadia has it at once', async () => {
  for (const seat of [joelle, nadia]) await seat.page.goto(inbox.replace('/inbox', '/settings/templates'))
  // What the business of the example writes again and again is there.
  await rowOf(nadia.page, 'Proposer un passage').getByText('Utilisé 3 fois').waitFor()
  await look('templates-example')
  await card(page()).getByRole('button', { name: 'Nouveau message' }).first().click()
  await dialog(page()).getByLabel('Nom').fill('Devis prêt')
  await dialog(page()).getByRole('combobox', { name: 'Catégorie' }).fill('Devis')
  const text = dialog(page()).getByRole('textbox', { name: 'Texte' })
  await text.click()
  await page().keyboard.type('Bonjour ')
  await dialog(page()).getByText('Insérer une information').click()
  await text.click()
  await insert('prénom du client')
  await page().keyboard.type(',')
  await page().keyboard.press('Enter')
  await page().keyboard.type('Le devis pour ')
  await insert('société du client')
  await page().keyboard.type(' est prêt.')
  await dialog(page()).getByLabel('prénom du client').fill('à vous')
  await look('template-dialog')
  await dialog(page()).getByRole('button', { name: 'Enregistrer' }).click()
  await rowOf(nadia.page, 'Devis prêt').getByText('Jamais utilisé').waitFor()
  await add('Merci beaucoup', '', 'Merci beaucoup, et à bientôt.')
  await add('Horaires', 'Pratique', 'L’atelier est ouvert du mardi au samedi.')
  await look('templates')
})

test('in an answer a slash finds it, it is filled in, and what is missing is asked for before it leaves', async () => {
  await page().goto(inbox)
  await openFirst(page())
  await write(page(), 'Voici /')
  await offered(page()).getByRole('option').first().waitFor()
  await look('templates-offered')
  await page().keyboard.type('prê')
  await expect.poll(() => offered(page()).getByRole('option').count()).toBe(1)
  await page().keyboard.press('Enter')
  await replyBox(page())
    .getByText(/société du client/)
    .waitFor()
  expect(plain(await replyBox(page()).innerText())).toMatch(
    /^Voici Bonjour \S+,\n+Le devis pour \[société du client\] est prêt\.$/,
  )
  await look('template-gap')
  await page().keyboard.press('Control+Enter')
  await composer(page())
    .getByText(/Complétez d’abord ce qui est entre crochets.: société du client\./)
    .waitFor()
  // The gap is chosen: what is typed takes its place.
  await page().keyboard.type('votre atelier')
  await composer(page())
    .getByText(/Complétez d’abord/)
    .waitFor({ state: 'detached' })
  await page().keyboard.press('Control+Enter')
  await said(page(), 'Le devis pour votre atelier est prêt.').waitFor()
  await rowOf(nadia.page, 'Devis prêt')
    .getByText(/^Utilisé 1 fois/)
    .waitFor()
})

test('Escape leaves what was typed, and a note takes one too', async () => {
  await write(page(), 'Prix /dev')
  await offered(page()).getByRole('option').first().waitFor()
  await page().keyboard.press('Escape')
  await offered(page()).waitFor({ state: 'hidden' })
  await page().keyboard.type('i')
  await expect.poll(() => replyBox(page()).innerText()).toBe('Prix /devi')
  expect(await offered(page()).isVisible()).toBe(false)
  await composer(page()).getByRole('button', { name: 'Effacer le brouillon' }).click()
  await composer(page()).getByText('Note interne', { exact: true }).click()
  const note = composer(page()).getByRole('textbox', { name: 'Votre note interne' })
  await note.click()
  await composer(page()).getByRole('button', { name: 'Messages enregistrés' }).click()
  await offered(page())
    .getByRole('option', { name: /^Horaires/ })
    .click()
  await expect.poll(() => note.inputValue()).toBe('L’atelier est ouvert du mardi au samedi.')
  await look('template-note')
  await composer(page()).getByRole('button', { name: 'Effacer le brouillon' }).click()
})

test('what one writes is kept without leaving it', async () => {
  await composer(page()).getByText('Répondre', { exact: true }).click()
  await write(page(), 'Nous passons vous voir mardi. /')
  await offered(page()).getByRole('option', { name: 'Enregistrer ce texte comme message…' }).click()
  await dialog(page()).getByLabel('Nom').fill('Visite')
  expect(await dialog(page()).getByRole('textbox', { name: 'Texte' }).innerText()).toBe(
    'Nous passons vous voir mardi. ',
  )
  await dialog(page()).getByRole('button', { name: 'Enregistrer' }).click()
  await rowOf(nadia.page, 'Visite').waitFor()
  expect((await replyBox(page()).innerText()).trim()).toBe('Nous passons vous voir mardi.')
  await composer(page()).getByRole('button', { name: 'Effacer le brouillon' }).click()
})

test('a first message to somebody takes one as well', async () => {
  await page().keyboard.press('c')
  const text = dialog(page()).getByRole('textbox', { name: 'Message' })
  await text.waitFor()
  await text.click()
  await dialog(page()).getByRole('button', { name: 'Gras' }).waitFor()
  await page().keyboard.type('/mer')
  await offered(page())
    .getByRole('option', { name: /^Merci beaucoup/ })
    .waitFor()
  await page().keyboard.press('Enter')
  await expect.poll(() => text.innerText()).toBe('Merci beaucoup, et à bientôt.')
  await page().keyboard.press('Escape')
})

test('a plan stands in a text as a picture, leaves in the answer, and is seen where that was sent', async () => {
  await page().goto(inbox.replace('/inbox', '/settings/templates'))
  await card(page()).getByRole('button', { name: 'Nouveau message' }).click()
  await dialog(page()).getByLabel('Nom').fill('Accès à l’atelier')
  const text = dialog(page()).getByRole('textbox', { name: 'Texte' })
  await text.click()
  await page().keyboard.type('Voici où nous trouver :')
  await page().keyboard.press('Enter')
  const choose = dialog(page()).locator('input[type=file][accept]')
  await choose.setInputFiles({ name: 'plan.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') })
  await dialog(page())
    .getByText(/n’est pas une image PNG, JPEG, GIF ou WebP/)
    .waitFor()
  const photo = await drawnPicture(page(), 'Plan', { width: 1200, height: 500 })
  await choose.setInputFiles({ ...photo, buffer: Buffer.concat([photo.buffer, Buffer.alloc(5 * 1024 * 1024)]) })
  await dialog(page())
    .getByText(/dépasse 5/)
    .waitFor()
  await choose.setInputFiles(photo)
  await picturesOf(text).waitFor()
  await dialog(page())
    .getByText(/dépasse 5/)
    .waitFor({ state: 'detached' })
  await give(text, 'drop', await drawnPicture(page(), 'Atelier', { width: 600, height: 600 }))
  await expect.poll(() => drawn(text)).toEqual([true, true])
  await picturesOf(text).last().click()
  const bar = dialog(page()).getByRole('group', { name: 'Image choisie' })
  await bar.getByText('Petite', { exact: true }).click()
  await bar.getByLabel('Description de l’image').fill('La porte de l’atelier')
  await expect.poll(() => picturesOf(text).last().getAttribute('width')).toBe('160')
  await look('template-pictures')
  await dialog(page()).getByRole('button', { name: 'Enregistrer' }).click()
  await rowOf(nadia.page, 'Accès à l’atelier').waitFor()

  await page().goto(inbox)
  await openFirst(page())
  await write(page(), '/acc')
  await offered(page())
    .getByRole('option', { name: /^Accès à l’atelier/ })
    .waitFor()
  await page().keyboard.press('Enter')
  await expect.poll(() => drawn(replyBox(page()))).toEqual([true, true])
  await look('template-picture-written')
  await page().keyboard.press('Control+Enter')
  const sent = said(page(), 'Voici où nous trouver').last()
  await sent.getByRole('img', { name: 'La porte de l’atelier' }).waitFor()
  await expect.poll(() => drawn(sent)).toEqual([true, true])
  await look('template-picture-sent')
})

test('Nadia changes one, copies it, and takes away and back what nobody uses', async () => {
  const at = nadia.page
  await rowOf(at, 'Visite').getByRole('button', { name: 'Visite', exact: true }).click()
  await dialog(at).getByLabel('Nom').fill('Visite sur place')
  await dialog(at).getByRole('button', { name: 'Enregistrer' }).click()
  await rowOf(at, 'Visite sur place').waitFor()
  await act(at, 'Visite sur place', 'Dupliquer')
  await rowOf(at, 'Visite sur place (copie)').waitFor()
  await act(at, 'Visite sur place (copie)', 'Supprimer')
  await rowOf(at, 'Visite sur place (copie)').waitFor({ state: 'detached' })
  await at.getByRole('button', { name: 'Annuler' }).last().click()
  await rowOf(at, 'Visite sur place (copie)').waitFor()
  await at.getByRole('searchbox', { name: 'Chercher un message' }).fill('pret')
  await expect.poll(() => card(at).getByRole('listitem').count()).toBe(1)
  expect([...joelle.problems, ...nadia.problems]).toEqual([])
})

test('Joëlle signs what she sends; what the mailbox prescribes takes its place, for Nadia too', async () => {
  await page().goto(inbox.replace('/inbox', '/account'))
  const own = page().getByRole('region', { name: 'Signature' })
  const ends = own.getByRole('textbox', { name: 'Signature' })
  await ends.getByText('Bien à vous').click()
  await page().keyboard.press('Control+A')
  await page().keyboard.press('Delete')
  await page().keyboard.type('Bien à vous,')
  await page().keyboard.press('Enter')
  await own.getByText('Insérer une information').click()
  await own.getByRole('button', { name: 'votre nom', exact: true }).click()
  await own.getByRole('group', { name: 'Vos clients lisent' }).getByText('Joëlle Lambert').waitFor()
  await give(ends, 'paste', await drawnPicture(page(), 'Lambert', { width: 600, height: 200 }))
  await expect.poll(() => drawn(own)).toEqual([true, true])
  await own.getByRole('button', { name: 'Enregistrer' }).click()
  await own.scrollIntoViewIfNeeded()
  await look('signature-own')

  await page().goto(inbox)
  await list(page()).getByRole('link').nth(1).click()
  await write(page(), 'C’est noté.')
  await composer(page()).getByText('Signature : Bien à vous, · Joëlle Lambert').click()
  await look('signature-composer')
  await composer(page()).getByRole('button', { name: 'Envoyer sans signature' }).click()
  await composer(page()).getByRole('button', { name: 'Ajouter la signature' }).click()
  await replyBox(page()).press('Control+Enter')
  const sent = said(page(), 'C’est noté.').last()
  await sent.getByRole('button', { name: 'Afficher la signature' }).click()
  await sent.getByText('Bien à vous,').waitFor()
  await expect.poll(() => drawn(sent)).toEqual([true])
  await look('signature-sent')

  await page().goto(inbox.replace('/inbox', '/settings/mailboxes'))
  await page()
    .getByRole('button', { name: /^Actions pour/ })
    .first()
    .click()
  await page().getByRole('menuitem', { name: 'Signature…' }).click()
  await dialog(page()).getByRole('textbox', { name: 'Signature' }).click()
  await page().keyboard.type('La Maison Lambert')
  await look('signature-mailbox')
  await nadia.page.goto(inbox)
  await openFirst(nadia.page)
  await dialog(page()).getByRole('button', { name: 'Enregistrer' }).click()
  await composer(nadia.page).getByText('Signature : La Maison Lambert').click()
  await composer(nadia.page).getByText('Cette boîte prescrit la même signature à tous.').waitFor()
  expect([...joelle.problems, ...nadia.problems]).toEqual([])
})

async function look(name: string) {
  for (const one of looks) await checkScreen(page(), name, one)
  await page().setViewportSize({ width: 1440, height: 900 })
}

/** Word joiners are seen by nobody. */
const plain = (text: string) => text.replaceAll('\u2060', '')

async function openFirst(at: Page) {
  await list(at).getByRole('link').first().click()
  await replyBox(at).waitFor()
}

async function insert(label: string) {
  await dialog(page()).getByRole('button', { name: label, exact: true }).click()
  await dialog(page()).getByRole('textbox', { name: 'Texte' }).getByText(label).waitFor()
}

async function add(name: string, category: string, words: string) {
  await card(page()).getByRole('button', { name: 'Nouveau message' }).click()
  const asked: Locator = dialog(page())
  await asked.getByLabel('Nom').fill(name)
  if (category) await asked.getByRole('combobox', { name: 'Catégorie' }).fill(category)
  await asked.getByRole('textbox', { name: 'Texte' }).click()
  await page().keyboard.type(words)
  await asked.getByRole('button', { name: 'Enregistrer' }).click()
  await rowOf(page(), name).waitFor()
}

async function act(at: Page, name: string, what: string) {
  await at.getByRole('button', { name: `Actions pour ${name}`, exact: true }).click()
  await at.getByRole('menuitem', { name: what }).click()
}
