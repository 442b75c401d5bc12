import type { ClientSlice } from '@comptoir/contract/clients'
import type { ListPage } from '@comptoir/contract/inbox'
import { beforeAll, expect, test } from 'vitest'
import { checkScreens, looksAt } from './check-screen.ts'
import { cardOf, editField, takeBack } from './client-card.ts'
import { openExample } from './open-example.ts'

const { joelle, vincent } = await openExample({ joelle: 'Joëlle Lambert', vincent: 'Vincent Claes' })
let client: string
let email: string

beforeAll(async () => {
  const page = await joelle.context.request.get('/api/w/maison-lambert/inbox/conversations?view=unassigned')
  const [conversation] = ((await page.json()) as ListPage).rows
  client = conversation!.clientName
  const card = await joelle.context.request.get(`/api/w/maison-lambert/clients/${conversation!.clientId}`)
  email = ((await card.json()) as ClientSlice).client.emails[0]!.value
  await Promise.all([joelle, vincent].map((seat) => seat.page.goto(`/w/maison-lambert/inbox/c/${conversation!.id}`)))
})

test('of two who write in the same field the second is told gently, and chooses', async () => {
  const [his, hers] = [cardOf(vincent.page), cardOf(joelle.page)]
  for (const card of [his, hers]) await card.getByRole('button', { name: 'Tous les champs' }).click()
  await editField(his, 'Société').click()
  await vincent.page.keyboard.type('Claes & Fils')
  await editField(hers, 'Société').click()
  await joelle.page.keyboard.type('Maison Claes')
  await joelle.page.keyboard.press('Enter')
  await his.getByText('Un collègue vient d’écrire').waitFor()
  expect(await his.getByRole('textbox', { name: 'Société' }).inputValue()).toBe('Claes & Fils')
  await vincent.page.keyboard.press('Enter')
  await hers.getByText('Maison Claes', { exact: true }).waitFor()
  await checkScreens(vincent.page, 'field-conflict', looksAt(1440))
  await his.getByRole('button', { name: 'Garder le mien' }).click()
  await hers.getByText('Claes & Fils', { exact: true }).waitFor()
})

test('notes say who wrote them, and what is pinned is read first', async () => {
  const [his, hers] = [cardOf(vincent.page), cardOf(joelle.page)]
  await his.getByRole('tab', { name: /^Notes/ }).click()
  await his.getByRole('textbox', { name: 'Nouvelle note' }).fill('Sonner deux fois, le chien est gentil.')
  await his.getByRole('button', { name: 'Ajouter la note' }).click()
  await hers.getByRole('tab', { name: /^Notes/ }).click()
  const note = hers.getByRole('listitem').filter({ hasText: 'Sonner deux fois' })
  await note.getByText('Vincent Claes').waitFor()
  await note.getByRole('button', { name: 'Épingler' }).click()
  await his.getByRole('tab', { name: 'Infos' }).click()
  await his.getByRole('list', { name: 'Notes épinglées' }).getByText('Sonner deux fois').waitFor()
  await note.getByRole('button', { name: 'Supprimer la note' }).click()
  await note.waitFor({ state: 'detached' })
  await takeBack(joelle.page, 'Note supprimée.')
  await note.waitFor()
  await checkScreens(joelle.page, 'card-notes', looksAt(1440))
})

test('every tab of the card opens what it shows', async () => {
  const card = cardOf(joelle.page)
  await card.getByRole('tab', { name: 'Documents' }).click()
  await card.getByRole('tabpanel').getByText('Aucun document').waitFor()
  await card.getByRole('tab', { name: 'Conversations' }).click()
  await card.getByRole('tabpanel').getByRole('heading').waitFor()
})

test('from every page + offers what is new: a client, pointed out when they are known already', async () => {
  const { page } = joelle
  await page.goto('/w/maison-lambert/settings/members')
  await page.getByRole('heading', { name: 'Équipe' }).waitFor()
  await page.keyboard.press('+')
  await page.getByRole('menuitem', { name: 'Nouveau client' }).click()
  const dialog = page.getByRole('dialog', { name: 'Nouveau client' })
  await dialog.getByRole('textbox', { name: 'Nom' }).fill('Zoé Wauters')
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill(email.toUpperCase())
  await dialog.getByRole('link', { name: client }).waitFor()
  await checkScreens(page, 'new-client')
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('zoe@exemple.example')
  await dialog.getByRole('link', { name: client }).waitFor({ state: 'detached' })
  await dialog.getByRole('button', { name: 'Ajouter le client' }).click()
  await page.getByRole('heading', { name: 'Zoé Wauters', level: 1 }).waitFor()
  await page.getByText('zoe@exemple.example').waitFor()
  await checkScreens(page, 'client-page')
})

test('on a client’s card a new message is theirs already', async () => {
  const { page } = joelle
  await page.keyboard.press('+')
  await page.getByRole('menuitem', { name: /^Message à Zoé Wauters/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Nouvelle conversation' })
  await dialog.getByText('Zoé Wauters').waitFor()
  expect(await dialog.getByRole('textbox', { name: 'Adresse e-mail' }).inputValue()).toBe('zoe@exemple.example')
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 390, height: 844 })
  await page
    .getByRole('navigation', { name: 'Navigation du téléphone' })
    .getByRole('button', { name: 'Nouveau' })
    .click()
  await page.getByRole('menuitem', { name: 'Nouveau client' }).waitFor()
  await checkScreens(page, 'new-menu', looksAt(390))
  expect([...joelle.problems, ...vincent.problems].filter((problem) => !/ 409 /.test(problem))).toEqual([])
})
