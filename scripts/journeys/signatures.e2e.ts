import { expect, test } from 'vitest'
import { checkScreens } from './check-screen.ts'
import { drawn, drawnPicture, give } from './drawn-picture.ts'
import { composer, list, replyBox, said, write } from './inbox.ts'
import { openExample } from './open-example.ts'
import { dialog } from './saved-replies.ts'

const { joelle, nadia } = await openExample({ joelle: 'Joëlle Lambert', nadia: 'Nadia Jacquemin' })

test('nothing moves under a hand when the signature comes', async () => {
  const { page } = joelle
  await page.goto('/w/maison-lambert/inbox')
  await list(page).getByRole('link').first().waitFor()
  const tops = await page.evaluateHandle(() => {
    const seen = new Set<number>()
    const look = () => {
      const head = document.querySelector('.composer-head')
      if (head) seen.add(head.getBoundingClientRect().top)
      requestAnimationFrame(look)
    }
    look()
    return seen
  })
  await list(page).getByRole('link').first().click()
  await composer(page)
    .getByText(/^Signature/)
    .waitFor()
  expect(await tops.evaluate((seen) => [...seen])).toHaveLength(1)
})

test('Joëlle signs what she sends; what the mailbox prescribes takes its place, for Nadia too', async () => {
  const { page } = joelle
  await page.goto('/w/maison-lambert/account')
  const own = page.getByRole('region', { name: 'Signature' })
  const ends = own.getByRole('textbox', { name: 'Signature' })
  await ends.getByText('Bien à vous').click()
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await page.keyboard.type('Bien à vous,')
  await page.keyboard.press('Enter')
  await own.getByText('Insérer une information').click()
  await own.getByRole('button', { name: 'votre nom', exact: true }).click()
  await own.getByRole('group', { name: 'Vos clients lisent' }).getByText('Joëlle Lambert').waitFor()
  await give(ends, 'paste', await drawnPicture(page, 'Lambert', { width: 600, height: 200 }))
  await expect.poll(() => drawn(own)).toEqual([true, true])
  await own.getByRole('button', { name: 'Enregistrer' }).click()
  await own.scrollIntoViewIfNeeded()
  await checkScreens(page, 'signature-own')

  await page.goto('/w/maison-lambert/inbox')
  await list(page).getByRole('link').nth(1).click()
  await write(page, 'C’est noté.')
  await composer(page).getByText('Signature : Bien à vous, · Joëlle Lambert').click()
  await checkScreens(page, 'signature-composer')
  await composer(page).getByRole('button', { name: 'Envoyer sans signature' }).click()
  await composer(page).getByRole('button', { name: 'Ajouter la signature' }).click()
  await replyBox(page).press('Control+Enter')
  const sent = said(page, 'C’est noté.').last()
  await sent.getByRole('button', { name: 'Afficher la signature' }).click()
  await sent.getByText('Bien à vous,').waitFor()
  await expect.poll(() => drawn(sent)).toEqual([true])
  await checkScreens(page, 'signature-sent')

  await page.goto('/w/maison-lambert/settings/mailboxes')
  await page
    .getByRole('button', { name: /^Actions pour/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Signature…' }).click()
  await dialog(page).getByRole('textbox', { name: 'Signature' }).click()
  await page.keyboard.type('La Maison Lambert')
  await checkScreens(page, 'signature-mailbox')
  await nadia.page.goto('/w/maison-lambert/inbox')
  await list(nadia.page).getByRole('link').first().click()
  await replyBox(nadia.page).waitFor()
  await dialog(page).getByRole('button', { name: 'Enregistrer' }).click()
  await composer(nadia.page).getByText('Signature : La Maison Lambert').click()
  await composer(nadia.page).getByText('Cette boîte prescrit la même signature à tous.').waitFor()
  expect([...joelle.problems, ...nadia.problems]).toEqual([])
})
