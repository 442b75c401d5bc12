import { makeId } from '@comptoir/rules/uuid'
import type { ListPage } from '@comptoir/contract/inbox'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { checkScreens } from './check-screen.ts'
import { chooseRows, conversation, list, openRow, timeline } from './inbox.ts'
import { openExample } from './open-example.ts'

const { comptoir, joelle, vincent } = await openExample({ joelle: 'Joëlle Lambert', vincent: 'Vincent Claes' })

const panel = (page: Page) => page.getByRole('dialog', { name: 'Me rappeler…' })
/** A time that is not tomorrow. On a Friday Monday is in three days, and on a Sunday tomorrow: one of them is there. */
const farFromNow = (page: Page) =>
  panel(page)
    .getByRole('button', { name: /^(Dans 3 jours|Lundi matin)/ })
    .first()
const api = '/api/w/maison-lambert/inbox'

/** The last conversation of the list, far from its top. */
async function lastRow(page: Page) {
  const { rows } = (await (await page.request.get(`${api}/conversations`)).json()) as ListPage
  return rows.at(-1)!
}

async function remindIn(page: Page, conversationId: string, ms: number, note: string) {
  const me = (await (await page.request.get('/api/me')).json()) as { userId: string }
  const dueAt = new Date(Date.now() + ms).toISOString()
  const wish = { dueAt, note, ownerId: me.userId, condition: 'always' }
  const data = { commandId: makeId(), reminderId: makeId(), ...wish }
  const answer = await page.request.post(`${api}/conversations/${conversationId}/reminders`, { data })
  expect(answer.status()).toBe(201)
  return Date.parse(dueAt)
}

test('with a key and a press she is to be reminded tomorrow, her colleague sees the bell, and she takes it back', async () => {
  const { page } = joelle
  await openRow(page, list(page).getByRole('link').first())
  await page.keyboard.press('h')
  await panel(page).getByRole('textbox', { name: 'Note' }).fill('Relancer pour le devis')
  await checkScreens(page, 'remind-panel')
  await panel(page)
    .getByRole('button', { name: /^Demain matin/ })
    .press('Enter')
  await page.getByText(/^Rappel posé/).waitFor()
  await timeline(page)
    .getByText(/Joëlle Lambert a posé un rappel.*Relancer pour le devis/)
    .waitFor()
  await list(vincent.page).getByRole('link').first().getByText('demain', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Annuler', exact: true }).press('Enter')
  await list(vincent.page).getByRole('link').first().getByText('demain', { exact: true }).waitFor({ state: 'detached' })
})

test('a reminder is moved and called off where it stands', async () => {
  const { page } = joelle
  await conversation(page).getByRole('button', { name: 'Me rappeler…' }).click()
  await panel(page).getByText('Seulement sans réponse d’ici là').click()
  await panel(page).getByText('L’équipe').click()
  await panel(page)
    .getByRole('button', { name: /^Demain matin/ })
    .click()
  await conversation(page)
    .getByRole('button', { name: /^Rappel/ })
    .click()
  await panel(page).getByText('Pour l’équipe · si pas de réponse').waitFor()
  await checkScreens(page, 'remind-panel-set')
  await panel(page).getByRole('button', { name: 'Reporter ou modifier' }).click()
  await farFromNow(page).click()
  await page.getByText(/^Rappel enregistré/).waitFor()
  await conversation(page)
    .getByRole('button', { name: /^Rappel/ })
    .click()
  await panel(page).getByRole('button', { name: 'Annuler le rappel' }).click()
  // The first reminder was called off too, and its line ends with its note.
  await timeline(page)
    .getByText(/^Joëlle Lambert a annulé le rappel(?!\s:)/)
    .waitFor()
  await page.keyboard.press('Escape')
})

test('when it is due she is told wherever she is, and the conversation stands at the top with the note', async () => {
  const { page } = joelle
  const far = await lastRow(page)
  await page.goto('/w/maison-lambert/settings/members')
  await remindIn(page, far.id, 3000, 'Demander la date de livraison')
  await page.getByText(`Rappel à traiter · ${far.clientName} · Demander la date de livraison`).waitFor()
  const top = list(vincent.page).getByRole('link').first()
  await top.getByText('Demander la date de livraison').waitFor()
  await page.getByRole('button', { name: 'Ouvrir' }).click()
  await timeline(page)
    .getByText(/^Rappel\s:\sDemander la date de livraison/)
    .waitFor()
  const due = conversation(page).getByRole('listitem').filter({ hasText: 'Demander la date de livraison' }).first()
  await due.getByRole('button', { name: 'Fait' }).waitFor()
  await checkScreens(page, 'reminder-due')
  await due.getByRole('button', { name: 'Reporter' }).click()
  await page
    .getByRole('dialog', { name: 'Reporter' })
    .getByRole('button', { name: /^Demain matin/ })
    .click()
  await page.getByText(/^Rappel enregistré/).waitFor()
  await top.getByText('demain', { exact: true }).waitFor()
})

test('what fell due while the server was stopped is told once after its start', async () => {
  const { page } = joelle
  const { rows } = (await (await page.request.get(`${api}/conversations`)).json()) as ListPage
  const one = rows[10]!
  const before = comptoir.printed().length
  const due = await remindIn(page, one.id, 5000, 'Rappeler après la coupure')
  await comptoir.kill()
  await expect.poll(() => Date.now() > due, { timeout: 10_000 }).toBe(true)
  await comptoir.start()
  await page.goto(`/w/maison-lambert/inbox/c/${one.id}`)
  await conversation(page).getByRole('button', { name: 'Fait' }).waitFor()
  expect(await timeline(page).getByText('Rappel : Rappeler après la coupure').count()).toBe(1)
  const printed = comptoir.printed().slice(before)
  const written = printed.filter((line) => line.includes('(there is no SMTP_URL): Rappel'))
  expect(written.filter((line) => line.includes(one.clientName))).toHaveLength(1)
})

test('all of hers are in one list, where she marks one as done by keyboard', async () => {
  const { page } = joelle
  await page.goto('/w/maison-lambert/inbox')
  await list(page).getByRole('listitem').first().waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await page.getByRole('heading', { name: 'À faire maintenant' }).waitFor()
  await page.getByRole('heading', { name: 'À venir' }).waitFor()
  await checkScreens(page, 'reminders')
  await page.getByRole('button', { name: 'Fait' }).first().press('Enter')
  await page.getByText('Rappel marqué comme fait.').waitFor()
  await page.getByRole('heading', { name: 'À faire maintenant' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Annuler', exact: true }).press('Enter')
  await page.getByRole('heading', { name: 'À faire maintenant' }).waitFor()
})

test('several at once, and all of them undone', async () => {
  const { page } = joelle
  await page.goto('/w/maison-lambert/inbox')
  await list(page).getByRole('listitem').first().waitFor()
  await chooseRows(page, 3, 3)
  await page.keyboard.press('h')
  await farFromNow(page).click()
  await page.getByText('Rappel posé sur 3 conversations.').waitFor()
  const bells = list(page).getByRole('img', { name: 'Rappel', exact: true })
  await expect.poll(() => bells.count()).toBe(4)
  await checkScreens(page, 'reminders-several')
  await page.getByRole('button', { name: 'Annuler', exact: true }).press('Enter')
  await expect.poll(() => bells.count()).toBe(1)
  const problems = [...joelle.problems, ...vincent.problems]
  expect(problems.filter((one) => !one.includes('ERR_CONNECTION_REFUSED'))).toEqual([])
})
