import type { ClientFound, ClientView } from '@comptoir/contract/clients'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { checkScreens } from './check-screen.ts'
import { enterAs } from './enter-example.ts'
import { conversation, list, said, writeNote } from './inbox.ts'
import { openExample } from './open-example.ts'
import { takeSeat } from './take-seat.ts'

const { comptoir, browser, joelle } = await openExample({ joelle: 'Joëlle Lambert' })

test('Joëlle finds by keyboard what a client wrote, opens it, and has her list again', async () => {
  const { page } = joelle
  await page.keyboard.press('/')
  await box(page).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('fenetre chene')
  const hit = results(page)
    .getByRole('option', { name: /Devis pour trois fenêtres/ })
    .first()
  await hit.waitFor()
  await hit.locator('mark').getByText('chêne').first().waitFor()
  await look('found')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await said(page, 'trois fenêtres').first().waitFor()
  expect(await results(page).isVisible()).toBe(true)
  await look('opened')
  await box(page).press('Escape')
  await results(page).waitFor({ state: 'detached' })
  await list(page).getByRole('listitem').first().waitFor()
})

test('a client is found by their number in any writing, and stands first', async () => {
  const { page } = joelle
  const found = await page.request.get('/api/w/maison-lambert/clients?words=0470')
  const [first] = (await found.json()) as ClientFound[]
  const opened = await page.request.get(`/api/w/maison-lambert/clients/${first!.id}`)
  const { client } = (await opened.json()) as { client: ClientView }
  const digits = client.phones[0]!.value.replace('+32', '0').replaceAll(' ', '')
  await box(page).fill(`${digits.slice(0, 4)}/${digits.slice(4, 6)}.${digits.slice(6, 8)}.${digits.slice(8)}`)
  await results(page).getByRole('group', { name: 'Clients' }).getByRole('option', { name: client.name }).waitFor()
  await look('client')
  await box(page).press('Enter')
  await conversation(page).getByText(client.name).first().waitFor()
})

test('a slip of the fingers is mended, and she is told', async () => {
  const { page } = joelle
  await page.goto('/w/maison-lambert/inbox')
  await box(page).fill('fenêrtes')
  await page.getByText('Résultats pour « fenêtres »').waitFor()
  await results(page)
    .getByRole('option', { name: /fenêtres/ })
    .first()
    .waitFor()
  await look('mended')
})

test('filters become chips, and a chip is taken out with a press', async () => {
  const { page } = joelle
  await page.goto('/w/maison-lambert/inbox')
  await box(page).fill('bonjour vue:archivées après:1/1/2020 ')
  await list(page).getByText('Archivées', { exact: true }).first().waitFor()
  await look('filtered')
  await list(page)
    .getByRole('button', { name: /Retirer .* Depuis le/ })
    .click()
  expect(await box(page).inputValue()).toBe('bonjour vue:archivées ')
})

test('where nothing answers, she reads what to try, and when the server is away she tries again', async () => {
  const { page } = joelle
  await box(page).fill('xylophone')
  await page.getByText('Rien ne correspond').waitFor()
  await look('nothing')
  await page.getByRole('button', { name: 'vue:archivées' }).click()
  expect(await box(page).inputValue()).toBe('xylophone vue:archivées')
  await page.route('**/inbox/search?*', (route) => route.fulfill({ status: 500, body: '{}' }))
  await box(page).fill('chêne')
  const again = list(page).getByRole('button', { name: 'Réessayer' })
  await again.waitFor()
  await look('failed')
  await page.unroute('**/inbox/search?*')
  joelle.problems.length = 0
  await again.click()
  await results(page).getByRole('option').first().waitFor()
})

test('what Vincent notes is found by Joëlle at once, also from the palette', async () => {
  const { page } = joelle
  const vincent = await takeSeat(browser, comptoir.url)
  await enterAs(vincent, 'Vincent Claes')
  await list(vincent.page).getByRole('listitem').first().getByRole('link').click()
  await box(page).fill('paratonnerre')
  await page.getByText('Rien ne correspond').waitFor()
  await writeNote(vincent.page, 'Il demande aussi un paratonnerre.')
  await results(page)
    .getByRole('option', { name: /paratonnerre/ })
    .waitFor()
  await box(page).press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('paratonnerre')
  await page.getByRole('option', { name: /Chercher .*paratonnerre.* dans les messages/ }).click()
  await results(page)
    .getByRole('option', { name: /Il demande aussi un paratonnerre/ })
    .waitFor()
  expect(await box(page).inputValue()).toBe('paratonnerre')
  expect([...joelle.problems, ...vincent.problems]).toEqual([])
})

const box = (page: Page) => page.getByRole('combobox', { name: 'Rechercher dans la messagerie' })
const results = (page: Page) => page.getByRole('listbox', { name: 'Résultats de la recherche' })

const look = (name: string) => checkScreens(joelle.page, `search-${name}`)
