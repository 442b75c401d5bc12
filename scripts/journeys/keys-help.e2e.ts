import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { checkScreens } from './check-screen.ts'
import { composer, list, replyBox, timeline } from './inbox.ts'
import { openExample } from './open-example.ts'

const { joelle } = await openExample({ joelle: 'Joëlle Lambert' })

test('every key of the help does what the palette calls by its name, in one place or another', async () => {
  const { page } = joelle
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Raccourcis clavier' })
  await help.getByText('Envoyer, ou ajouter la note').waitFor()
  await checkScreens(page, 'keys')
  const told = await help.locator('.keys-help-row').evaluateAll((rows) =>
    rows.map((row) => ({
      label: row.querySelector('dt')!.textContent,
      keys: [...row.querySelectorAll('kbd')].map((key) => key.textContent).join(' '),
    })),
  )
  await page.keyboard.press('Escape')
  await help.waitFor({ state: 'detached' })
  const shown = new Map<string, string>()
  const look = async () => {
    for (const [label, keys] of await palette(page)) shown.set(label, keys)
  }

  // On a row of the list, then in a conversation of which one writes to all, then with some chosen.
  await page.keyboard.press('j')
  await list(page).locator('[data-conversation-row]:focus').waitFor()
  await page.keyboard.press('z')
  await look()
  await page.keyboard.press('o')
  await timeline(page).waitFor()
  await page.keyboard.press('r')
  await replyBox(page).and(page.locator(':focus')).waitFor()
  await composer(page).getByRole('button', { name: 'Gras' }).waitFor()
  await page.keyboard.type('Bonjour')
  await page.keyboard.press('Escape')
  await look()
  await page.keyboard.press('e')
  await page.getByText('Conversation archivée.').waitFor()
  await look()
  const archived = page.url()
  await page.keyboard.press('z')
  await page.waitForURL((url) => url.href !== archived)
  await timeline(page).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('x')
  await look()
  for (const [keys, view] of [
    ['g e', 'Archivées'],
    ['g #', 'Supprimées'],
  ] as const) {
    await press(page, keys)
    await page.getByRole('heading', { level: 1, name: view }).waitFor()
    await look()
  }
  for (const path of ['settings/members', 'settings/mailboxes', 'settings/templates', 'post-office']) {
    await page.goto(page.url().replace(/\/w\/([^/]+)\/.*/, `/w/$1/${path}`))
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await look()
  }
  await page.goto(page.url().replace(/\/w\/([^/]+)\/.*/, '/w/$1/inbox/open?waiting=yes'))
  await page.getByRole('button', { name: 'Enregistrer la vue' }).waitFor()
  await look()

  // Those lead back from where one is, or are the palette itself.
  const elsewhere = ['Rechercher', 'Nouveau', 'Ne plus rien choisir', 'Revenir à la liste', 'Quitter le texte']
  // Asked of conversations that the example does not have, or of what was just sent.
  const seldom = [
    'Reprendre ce qui vient d’être envoyé',
    'Répondre à tous',
    'Répondre à l’expéditeur seulement',
    'Rouvrir',
    'Restaurer',
  ]
  const missing = told.filter(
    ({ label, keys }) => ![...elsewhere, ...seldom].includes(label) && shown.get(label) !== keys,
  )
  expect(missing).toEqual([])
  expect(told.length).toBeGreaterThan(40)
})

/** What the palette offers here, with the keys beside it. */
async function palette(page: Page): Promise<[string, string][]> {
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: 'Rechercher' })
  await dialog.getByRole('option').first().waitFor()
  const items = await dialog
    .getByRole('option')
    .evaluateAll((options) =>
      options.map((option): [string, string] => [
        option.querySelector('.command-palette-words')!.textContent,
        option.querySelector('kbd')?.textContent ?? '',
      ]),
    )
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  return items
}

async function press(page: Page, keys: string) {
  for (const key of keys.split(' ')) await page.keyboard.press(key)
}
