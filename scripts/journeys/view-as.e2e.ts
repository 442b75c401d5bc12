import { expect, test } from 'vitest'
import { checkScreens } from './check-screen.ts'
import { composer, conversation, list, openRow, timeline } from './inbox.ts'
import { openExample } from './open-example.ts'
import type { Seat } from './take-seat.ts'

const { joelle, elodie } = await openExample({ joelle: 'Joëlle Lambert', elodie: 'Élodie Lefèvre' })

test('Joëlle sees the workspace as Élodie sees it, live, and can change nothing in it', async () => {
  const { page } = joelle
  await page.goto(page.url().replace(/\/inbox.*/, '/settings/members'))
  await page.getByRole('button', { name: 'Actions pour Élodie Lefèvre' }).click()
  await page.getByRole('menuitem', { name: /Voir comme Élodie Lefèvre/ }).click()
  const banner = page.getByText('Vous voyez comme Élodie Lefèvre.')
  await banner.waitFor()
  await list(page).getByRole('listitem').first().waitFor()
  const hers = await clientsOf(elodie)
  await expect.poll(() => clientsOf(joelle)).toEqual(hers)
  // What is of the team alone is not there.
  expect(await page.getByRole('link', { name: 'Réglages' }).count()).toBe(0)
  await checkScreens(page, 'view-as-list')

  await openRow(page, list(page).getByRole('link').first())
  expect(await composer(page).count()).toBe(0)
  await checkScreens(page, 'view-as-conversation')

  await elodie.page.goto(elodie.page.url().replace(/\/inbox.*/, page.url().match(/\/inbox\/c\/.*/)![0]))
  await timeline(elodie.page).waitFor()
  await elodie.page.keyboard.press('n')
  await composer(elodie.page)
    .getByRole('textbox', { name: 'Votre note interne' })
    .and(elodie.page.locator(':focus'))
    .waitFor()
  await elodie.page.keyboard.type('Je passe demain à dix heures.')
  await composer(elodie.page).getByRole('button', { name: 'Ajouter' }).click()
  await timeline(page).getByText('Je passe demain à dix heures.').waitFor()

  await conversation(page).getByRole('button', { name: 'Archiver' }).click()
  await page.getByText(/Vous voyez l’espace comme Élodie Lefèvre\s: rien ne peut y être changé\./).waitFor()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Rechercher' })
  await palette.getByRole('option', { name: 'Ne plus voir comme quelqu’un d’autre' }).waitFor()
  expect(await palette.getByRole('option', { name: /^(Archiver|Répondre)/ }).count()).toBe(0)
  await page.keyboard.press('Escape')
})

test('she leaves it, and who saw as whom stays to be read', async () => {
  const { page } = joelle
  await page.getByRole('button', { name: 'Quitter' }).press('Enter')
  await page.waitForURL(/\/settings\/members$/)
  await page.getByText('Joëlle Lambert a vu comme Élodie Lefèvre').waitFor()
  await checkScreens(page, 'view-as-log')
  expect(await page.getByText(/^Vous voyez comme/).count()).toBe(0)
  // The browser notes that the command was refused.
  const refused = joelle.problems.filter((problem) => !/403.*\/archive$/.test(problem))
  expect([...refused, ...elodie.problems]).toEqual([])
})

const clientsOf = ({ page }: Seat) => list(page).locator('.conversation-row-name').allInnerTexts()
