import type { ConversationRow, ListPage } from '@comptoir/contract/inbox'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { makeId } from '@comptoir/rules/uuid'
import { checkScreens } from './check-screen.ts'
import { conversation, list, replyBox, row, said, timeline, write } from './inbox.ts'
import { openExample } from './open-example.ts'

const { joelle, vincent } = await openExample({ joelle: 'Joëlle Lambert', vincent: 'Vincent Claes' })
const inbox = '/w/maison-lambert/inbox'
let first: ConversationRow
let stranger: ConversationRow
const second = makeId()

beforeAll(async () => {
  const { request } = joelle.context
  const page = (await (await request.get(`/api${inbox}/conversations?view=unassigned`)).json()) as ListPage
  first = page.rows.find(({ source }) => source === 'email')!
  stranger = page.rows.find(({ clientId }) => clientId !== first.clientId)!
  const data = {
    commandId: makeId(),
    conversationId: second,
    messageId: makeId(),
    client: { is: 'existing', clientId: first.clientId },
    to: 'client@exemple.example',
    subject: 'La couleur des volets',
    bodyHtml: '<p>Quelle teinte avez-vous choisie ?</p>',
    fileIds: [],
  }
  const made = await request.post(`/api${inbox}/conversations`, { data })
  expect(made.status(), await made.text()).toBe(201)
})

const toast = (page: Page, words: string) => page.locator('.toast').filter({ hasText: words })

/** Chooses rows of the list, by the key. */
async function mark(page: Page, ...ids: string[]) {
  for (const id of ids) {
    await list(page).locator(`#row-${id}`).focus()
    await page.keyboard.press('x')
  }
}

/** What is seldom done with the conversation that is open. */
async function choose(page: Page, act: string) {
  await conversation(page).getByRole('button', { name: 'Autres actions', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: act }).press('Enter')
}

test('Joëlle merges two conversations of a client; Vincent, who reads the other one, is led to it, and back', async () => {
  await Promise.all([joelle.page.goto(`${inbox}/c/${first.id}`), vincent.page.goto(`${inbox}/c/${second}`)])
  await write(vincent.page, 'Le gris clair, je crois.')
  await choose(joelle.page, 'Fusionner…')
  const dialog = joelle.page.getByRole('dialog', { name: 'Fusionner des conversations' })
  await dialog.getByRole('button', { name: 'Fusionner', exact: true }).click()
  await dialog.getByText('Choisissez au moins une autre conversation.').waitFor()
  await dialog.getByRole('combobox', { name: 'Ajouter une conversation' }).click()
  await joelle.page.getByRole('option', { name: /La couleur des volets/ }).click()
  const stays = dialog.getByRole('group', { name: 'Conversation qui reste' })
  expect(await stays.getByRole('radio', { checked: true }).getAttribute('value')).toBe(first.id)
  await checkScreens(joelle.page, 'merge')
  await dialog.getByRole('button', { name: 'Fusionner', exact: true }).click()
  await toast(joelle.page, 'Conversation fusionnée.').waitFor()
  await said(joelle.page, 'Quelle teinte avez-vous choisie ?').waitFor()
  await timeline(joelle.page).getByText('Joëlle Lambert a fusionné « La couleur des volets »').waitFor()
  await row(joelle.page, 'La couleur des volets').waitFor({ state: 'detached' })

  await toast(vincent.page, 'Cette conversation a été fusionnée avec celle-ci.').waitFor()
  expect(new URL(vincent.page.url()).pathname).toBe(`${inbox}/c/${first.id}`)
  await expect.poll(() => replyBox(vincent.page).inputValue()).toBe('Le gris clair, je crois.')

  await toast(joelle.page, 'Conversation fusionnée.').getByRole('button', { name: 'Annuler' }).press('Enter')
  await row(vincent.page, /La couleur des volets/).waitFor()
  await said(joelle.page, 'Quelle teinte avez-vous choisie ?').waitFor({ state: 'detached' })
  await vincent.page.goto(`${inbox}/c/${second}`)
  await said(vincent.page, 'Quelle teinte avez-vous choisie ?').waitFor()
})

test('two she chose of different clients: she is told of it, and Vincent undoes it from the timeline', async () => {
  const { page } = joelle
  await page.goto(`${inbox}/unassigned`)
  await mark(page, stranger.id, first.id)
  const bar = page.getByRole('toolbar', { name: 'Agir sur les conversations choisies' })
  await bar.getByRole('button', { name: 'Fusionner…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Fusionner des conversations' })
  await dialog.getByRole('radio', { name: first.subject }).check()
  await dialog.getByText(`La conversation reste celle de ${first.clientName}`).waitFor()
  await checkScreens(page, 'merge-chosen')
  await dialog.getByRole('button', { name: 'Fusionner', exact: true }).click()
  const entry = `Joëlle Lambert a fusionné « ${stranger.subject} »`
  await timeline(page).getByText(entry).waitFor()
  await checkScreens(page, 'merged')

  await vincent.page.goto(`${inbox}/c/${stranger.id}`)
  await toast(vincent.page, 'Cette conversation a été fusionnée avec celle-ci.').waitFor()
  await timeline(vincent.page).getByRole('button', { name: 'Annuler' }).press('Enter')
  await timeline(page).getByText(`Vincent Claes a annulé la fusion de « ${stranger.subject} »`).waitFor()
  await list(page).locator(`#row-${stranger.id}`).waitFor()
  expect(await timeline(page).getByRole('button', { name: 'Annuler' }).count()).toBe(0)
})

test('she splits a message off, each leads to the other, and undoes it', async () => {
  const { page } = joelle
  await page.goto(`${inbox}/c/${second}`)
  await write(page, 'Et la date de la pose ?')
  await page.keyboard.press('Control+Enter')
  await said(page, 'Et la date de la pose ?').getByText('Envoyé', { exact: true }).waitFor()
  await said(page, 'Et la date de la pose ?')
    .getByRole('button', { name: 'Autres actions sur le message' })
    .press('Enter')
  await checkScreens(page, 'split-menu')
  await page.getByRole('menuitem', { name: 'Séparer ce message' }).press('Enter')
  await toast(page, 'Conversation séparée.').waitFor()
  await said(page, 'Quelle teinte').waitFor({ state: 'detached' })
  await checkScreens(page, 'split')
  await timeline(page)
    .getByRole('link', { name: /a séparé ceci d’une autre conversation/ })
    .click()
  await timeline(page)
    .getByRole('link', { name: /a séparé « La couleur des volets »|a séparé/ })
    .waitFor()
  await timeline(page).getByRole('button', { name: 'Annuler' }).press('Enter')
  await said(page, 'Et la date de la pose ?').waitFor()
  await said(page, 'Quelle teinte').waitFor()
})

test('by keys alone, from the list and from the conversation: she splits, links what she chose, and merges', async () => {
  const { page } = joelle
  await page.goto(`${inbox}/unassigned`)
  await list(page).locator(`#row-${second}`).focus()
  await page.keyboard.press('s')
  const splitting = page.getByRole('dialog', { name: 'Séparer un message' })
  // The last message is meant where none has the focus.
  const messages = splitting.getByRole('group', { name: 'Message' }).getByRole('radio')
  await expect.poll(() => messages.first().isChecked()).toBe(true)
  await splitting.getByText('Et la date de la pose ?').waitFor()
  await checkScreens(page, 'split-dialog')
  await page.keyboard.press('Escape')
  await splitting.waitFor({ state: 'detached' })
  await page.keyboard.press('o')
  await said(page, 'Quelle teinte').getByRole('button', { name: 'Autres actions sur le message' }).focus()
  await page.keyboard.press('s')
  await expect.poll(() => messages.last().isChecked()).toBe(true)
  await page.keyboard.press('Enter')
  await toast(page, 'Conversation séparée.').waitFor()
  await said(page, 'Et la date de la pose ?').waitFor({ state: 'detached' })
  const splitId = new URL(page.url()).pathname.split('/').at(-1)!
  expect(splitId).not.toBe(second)

  await page.keyboard.press('Escape')
  await mark(page, splitId, second)
  await page.keyboard.press('l')
  await toast(page, 'Conversations liées.').waitFor()
  await mark(page, splitId, second)
  await page.keyboard.press('m')
  const merging = page.getByRole('dialog', { name: 'Fusionner des conversations' })
  await merging.getByRole('radio').nth(1).waitFor()
  await merging.getByRole('button', { name: 'Fusionner', exact: true }).press('Enter')
  await toast(page, 'Conversation fusionnée.').waitFor()
  await said(page, 'Et la date de la pose ?').waitFor()
  await said(page, 'Quelle teinte').waitFor()
  await page.keyboard.press('z')
  await toast(page, 'Fusion annulée.').waitFor()

  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Rechercher' }).getByRole('option').first().waitFor()
  await page.keyboard.type('Lier à une autre')
  await page
    .getByRole('option', { name: /Lier à une autre conversation/ })
    .getByText('L', { exact: true })
    .waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Lier une conversation' }).waitFor()
  await page.keyboard.press('Escape')
})

test('she links two that belong together; Vincent sees it at once, and takes it back', async () => {
  const { page } = joelle
  await vincent.page.goto(`${inbox}/c/${stranger.id}`)
  await page.goto(`${inbox}/c/${first.id}`)
  await choose(page, 'Lier à une autre conversation…')
  const dialog = page.getByRole('dialog', { name: 'Lier une conversation' })
  await dialog.getByRole('combobox', { name: 'Conversation à lier' }).fill(stranger.subject)
  const option = page.getByRole('option').filter({ hasText: stranger.subject }).first()
  await option.waitFor()
  await checkScreens(page, 'link')
  await option.click()
  const linked = conversation(vincent.page).getByRole('link', { name: first.subject })
  await linked.waitFor()
  await checkScreens(vincent.page, 'linked')
  await conversation(vincent.page)
    .getByRole('button', { name: `Ne plus lier à « ${first.subject} »` })
    .click()
  await linked.waitFor({ state: 'detached' })
  await toast(vincent.page, 'Lien retiré.').getByRole('button', { name: 'Annuler' }).press('Enter')
  await linked.click()
  await expect.poll(() => new URL(vincent.page.url()).pathname).toBe(`${inbox}/c/${first.id}`)
  const ordinary = (problem: string) => / 404 /.test(problem)
  expect([...joelle.problems, ...vincent.problems].filter((one) => !ordinary(one))).toEqual([])
})
