import type { TemplatesSlice } from '@comptoir/contract/templates'
import { makeId } from '@comptoir/rules/uuid'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { checkScreens } from './check-screen.ts'
import { composer, list, replyBox, said, write } from './inbox.ts'
import { openExample } from './open-example.ts'
import { card, dialog, offered, rowOf } from './saved-replies.ts'

const { joelle, nadia } = await openExample({ joelle: 'Joëlle Lambert', nadia: 'Nadia Jacquemin' })

const inbox = '/w/maison-lambert/inbox'

const { page } = joelle

test('Joëlle keeps a text with what is to be filled in, and Nadia has it at once', async () => {
  for (const seat of [joelle, nadia]) await seat.page.goto('/w/maison-lambert/settings/templates')
  // What the business of the example writes again and again is there.
  await rowOf(nadia.page, 'Proposer un passage').getByText('Utilisé 3 fois').waitFor()
  await look('templates-example')
  await card(page).getByRole('button', { name: 'Nouveau message' }).first().click()
  await dialog(page).getByLabel('Nom').fill('Devis prêt')
  await dialog(page).getByRole('combobox', { name: 'Catégorie' }).fill('Devis')
  const text = dialog(page).getByRole('textbox', { name: 'Texte' })
  await text.click()
  await page.keyboard.type('Bonjour ')
  await dialog(page).getByText('Insérer une information').click()
  await text.click()
  await insert('prénom du client')
  await page.keyboard.type(',')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Le devis pour ')
  await insert('société du client')
  await page.keyboard.type(' est prêt.')
  await dialog(page).getByLabel('prénom du client').fill('à vous')
  await look('template-dialog')
  await dialog(page).getByRole('button', { name: 'Enregistrer' }).click()
  await rowOf(nadia.page, 'Devis prêt').getByText('Jamais utilisé').waitFor()
  await add('Merci beaucoup', '', 'Merci beaucoup, et à bientôt.')
  await add('Horaires', 'Pratique', 'L’atelier est ouvert du mardi au samedi.')
  await look('templates')
})

test('in an answer a slash finds it, it is filled in, and what is missing is asked for before it leaves', async () => {
  await page.goto(inbox)
  await openFirst(page)
  await write(page, 'Voici /')
  await offered(page).getByRole('option').first().waitFor()
  await look('templates-offered')
  await page.keyboard.type('prê')
  await expect.poll(() => offered(page).getByRole('option').count()).toBe(1)
  await page.keyboard.press('Enter')
  await replyBox(page)
    .getByText(/société du client/)
    .waitFor()
  expect(plain(await replyBox(page).innerText())).toMatch(
    /^Voici Bonjour \S+,\n+Le devis pour \[société du client\] est prêt\.$/,
  )
  await look('template-gap')
  await page.keyboard.press('Control+Enter')
  await composer(page)
    .getByText(/Complétez d’abord ce qui est entre crochets.: société du client\./)
    .waitFor()
  // The gap is chosen: what is typed takes its place.
  await page.keyboard.type('votre atelier')
  await composer(page)
    .getByText(/Complétez d’abord/)
    .waitFor({ state: 'detached' })
  await page.keyboard.press('Control+Enter')
  await said(page, 'Le devis pour votre atelier est prêt.').waitFor()
  await rowOf(nadia.page, 'Devis prêt')
    .getByText(/^Utilisé 1 fois/)
    .waitFor()
})

test('Escape leaves what was typed, and a note takes one too', async () => {
  await write(page, 'Prix /dev')
  await offered(page).getByRole('option').first().waitFor()
  await page.keyboard.press('Escape')
  await offered(page).waitFor({ state: 'hidden' })
  await page.keyboard.type('i')
  await expect.poll(() => replyBox(page).innerText()).toBe('Prix /devi')
  expect(await offered(page).isVisible()).toBe(false)
  await composer(page).getByRole('button', { name: 'Effacer le brouillon' }).click()
  await composer(page).getByText('Note interne', { exact: true }).click()
  const note = composer(page).getByRole('textbox', { name: 'Votre note interne' })
  await note.click()
  await composer(page).getByRole('button', { name: 'Messages enregistrés' }).click()
  await offered(page)
    .getByRole('option', { name: /^Horaires/ })
    .click()
  await expect.poll(() => note.inputValue()).toBe('L’atelier est ouvert du mardi au samedi.')
  await look('template-note')
  await composer(page).getByRole('button', { name: 'Effacer le brouillon' }).click()
})

test('what one writes is kept without leaving it', async () => {
  await composer(page).getByText('Répondre', { exact: true }).click()
  await write(page, 'Nous passons vous voir mardi. /')
  await offered(page).getByRole('option', { name: 'Enregistrer ce texte comme message…' }).click()
  await dialog(page).getByLabel('Nom').fill('Visite')
  expect(await dialog(page).getByRole('textbox', { name: 'Texte' }).innerText()).toBe('Nous passons vous voir mardi. ')
  await dialog(page).getByRole('button', { name: 'Enregistrer' }).click()
  await rowOf(nadia.page, 'Visite').waitFor()
  expect((await replyBox(page).innerText()).trim()).toBe('Nous passons vous voir mardi.')
  await composer(page).getByRole('button', { name: 'Effacer le brouillon' }).click()
})

test('a first message to somebody takes one as well', async () => {
  await page.keyboard.press('c')
  const text = dialog(page).getByRole('textbox', { name: 'Message' })
  await text.waitFor()
  await text.click()
  await dialog(page).getByRole('button', { name: 'Gras' }).waitFor()
  await page.keyboard.type('/mer')
  await offered(page)
    .getByRole('option', { name: /^Merci beaucoup/ })
    .waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => text.innerText()).toBe('Merci beaucoup, et à bientôt.')
  await page.keyboard.press('Escape')
})

test('Nadia changes one, copies it, and takes away and back what nobody uses', async () => {
  const at = nadia.page
  await rowOf(at, 'Visite').getByRole('button', { name: 'Visite', exact: true }).click()
  await dialog(at).getByLabel('Nom').fill('Visite sur place')
  // What nothing keeps yet does not go by a key.
  await dialog(at).locator('[contenteditable=true]').press('Escape')
  await dialog(at).getByRole('button', { name: 'Enregistrer' }).click()
  await rowOf(at, 'Visite sur place').waitFor()
  await act(at, 'Visite sur place', 'Dupliquer')
  await rowOf(at, 'Visite sur place (copie)').waitFor()
  await act(at, 'Visite sur place (copie)', 'Supprimer')
  await rowOf(at, 'Visite sur place (copie)').waitFor({ state: 'detached' })
  // What was kept before can be taken back as well.
  await at.locator('.toast').filter({ hasText: 'est supprimé' }).getByRole('button', { name: 'Annuler' }).click()
  await rowOf(at, 'Visite sur place (copie)').waitFor()
  await at.getByRole('searchbox', { name: 'Chercher un message' }).fill('pret')
  await expect.poll(() => card(at).getByRole('listitem').count()).toBe(1)
})

test('when the last of them is gone, Nadia is told what they are good for and offered to begin', async () => {
  const at = nadia.page
  const kept = '/api/w/maison-lambert/templates'
  const { templates } = (await (await nadia.context.request.get(kept)).json()) as TemplatesSlice
  for (const { id } of templates) {
    const gone = await nadia.context.request.post(`${kept}/${id}/remove`, { data: { commandId: makeId() } })
    expect(gone.ok()).toBe(true)
  }
  await card(at).getByText('Aucun message enregistré').waitFor()
  await checkScreens(at, 'templates-empty')
  await card(at).getByRole('button', { name: 'Nouveau message' }).click()
  await dialog(at).getByLabel('Nom').waitFor()
  expect([...joelle.problems, ...nadia.problems]).toEqual([])
})

const look = (name: string) => checkScreens(page, name)

/** Word joiners are seen by nobody. */
const plain = (text: string) => text.replaceAll('\u2060', '')

async function openFirst(at: Page) {
  await list(at).getByRole('link').first().click()
  await replyBox(at).waitFor()
}

async function insert(label: string) {
  await dialog(page).getByRole('button', { name: label, exact: true }).click()
  await dialog(page).getByRole('textbox', { name: 'Texte' }).getByText(label).waitFor()
}

async function add(name: string, category: string, words: string) {
  await card(page).getByRole('button', { name: 'Nouveau message' }).click()
  const asked: Locator = dialog(page)
  await asked.getByLabel('Nom').fill(name)
  if (category) await asked.getByRole('combobox', { name: 'Catégorie' }).fill(category)
  await asked.getByRole('textbox', { name: 'Texte' }).click()
  await page.keyboard.type(words)
  await asked.getByRole('button', { name: 'Enregistrer' }).click()
  await rowOf(page, name).waitFor()
}

async function act(at: Page, name: string, what: string) {
  await at.getByRole('button', { name: `Actions pour ${name}`, exact: true }).click()
  await at.getByRole('menuitem', { name: what }).click()
}
