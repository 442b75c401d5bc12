import { expect, test } from 'vitest'
import { checkScreens } from './check-screen.ts'
import { conversation, list } from './inbox.ts'
import { openExample } from './open-example.ts'

const { joelle, vincent } = await openExample({ joelle: 'Joëlle Lambert', vincent: 'Vincent Claes' })

test('how long each client has waited is beside them, and in opening hours once she has told them', async () => {
  const { page } = vincent
  await page.goto('/w/maison-lambert/inbox/to-answer')
  const first = list(page).getByRole('link').first()
  await first.getByText(/^Attend une réponse depuis \d+\s?(j|h|min)$/).waitFor()
  await first.click()
  await conversation(page)
    .getByText(/^Attend une réponse depuis/)
    .waitFor()
  await checkScreens(page, 'waiting-open')

  await joelle.page.goto('/w/maison-lambert/settings/business')
  const card = joelle.page.getByRole('region', { name: 'Heures d’ouverture' })
  await card.getByRole('textbox', { name: 'lundi' }).fill('toute la journée')
  await card.getByRole('button', { name: 'Enregistrer les heures' }).click()
  await card.getByText(/Écrivez les heures dans leur ordre/).waitFor()
  for (const day of ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'])
    await card.getByRole('textbox', { name: day }).fill('9h-12h30, 14h-18h')
  await card.getByRole('button', { name: 'Enregistrer les heures' }).press('Enter')
  await joelle.page.getByText('C’est enregistré.').waitFor()
  await conversation(page)
    .getByText(/^Attend une réponse depuis .* d’ouverture$/)
    .waitFor()
  await card.scrollIntoViewIfNeeded()
  await checkScreens(joelle.page, 'opening-hours')
  await page.goto('/w/maison-lambert/inbox/to-answer')
  await list(page)
    .getByRole('link')
    .first()
    .getByText(/d’ouverture$/)
    .waitFor()
  await checkScreens(page, 'to-answer')
  expect([...joelle.problems, ...vincent.problems]).toEqual([])
})
