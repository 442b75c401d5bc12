import type { ListPage } from '@comptoir/contract/inbox'
import { beforeAll, expect, test } from 'vitest'
import { composer, conversation, replyBox, row, said, timeline, write, writeNote } from './inbox.ts'
import { openExample } from './open-example.ts'
import type { Seat } from './take-seat.ts'

const { joelle, vincent } = await openExample({ joelle: 'Joëlle Lambert', vincent: 'Vincent Claes' })

let subject: string
let client: string

beforeAll(async () => {
  const page = await joelle.context.request.get('/api/w/maison-lambert/inbox/conversations?view=unassigned')
  const conversation = ((await page.json()) as ListPage).rows[0]!
  ;({ subject, clientName: client } = conversation)
  const here = `/w/maison-lambert/inbox/c/${conversation.id}`
  await Promise.all([joelle.page.goto(here), vincent.page.goto(here)])
})

test('what Joëlle types while her editor is on its way is whole', async () => {
  const { page } = joelle
  let arrive = () => {}
  const typed = new Promise<void>((resolve) => (arrive = resolve))
  await page.route('**/assets/RichEditor*', async (route) => {
    await typed
    await route.continue()
  })
  await replyBox(page).click()
  await page.keyboard.type('Nous passons ')
  arrive()
  await page.keyboard.type('mardi avec le bois et les outils, comme promis.')
  await composer(page).getByRole('button', { name: 'Gras' }).waitFor()
  expect(await replyBox(page).innerText()).toBe('Nous passons mardi avec le bois et les outils, comme promis.')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
})

test('each sees that the other is there, and when they write', async () => {
  const here = (seat: Seat) => seat.page.getByRole('status', { name: 'Aussi dans cette conversation' })
  await here(joelle).getByText('Vincent Claes lit').waitFor()
  await here(vincent).getByText('Joëlle Lambert lit').waitFor()
  await write(vincent.page, 'Bonjour,')
  await here(joelle).getByText('Vincent Claes répond…').waitFor()
  await row(joelle.page, subject).getByText('Vincent Claes répond…').waitFor()
})

test('what Vincent answers is on Joëlle’s screen, and how far it came', async () => {
  await write(vincent.page, ' votre devis part demain.')
  await vincent.page.keyboard.press('Control+Enter')
  await said(joelle.page, 'Bonjour, votre devis part demain.').getByText('Envoyé', { exact: true }).waitFor()
  await row(joelle.page, subject).getByText('Bonjour, votre devis part demain.').waitFor()
})

test('what Joëlle notes is on Vincent’s screen', async () => {
  await writeNote(joelle.page, 'Prévoir deux personnes pour la pose.')
  await said(vincent.page, 'Prévoir deux personnes pour la pose.').getByText('Joëlle Lambert').waitFor()
})

test('Joëlle hands the conversation to Vincent, who sees it among his own', async () => {
  await joelle.page.getByRole('button', { name: 'Confier à…' }).click()
  await joelle.page.getByRole('menuitemradio', { name: 'Vincent Claes' }).click()
  await timeline(vincent.page).getByText('Joëlle Lambert a confié la conversation à Vincent Claes').waitFor()
  await vincent.page.getByRole('button', { name: 'Responsable : Vincent Claes' }).waitFor()
  await vincent.page
    .getByRole('navigation', { name: 'Vues de la messagerie' })
    .getByRole('link', { name: /^À moi/ })
    .click()
  await row(vincent.page, subject).click()
  await said(vincent.page, 'votre devis part demain').waitFor()
})

test('Vincent tags the client and changes the card, and Joëlle reads it there', async () => {
  const [hers, his] = [joelle, vincent].map(({ page }) => page.getByRole('complementary', { name: 'Fiche du client' }))
  await his!.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await his!.getByRole('textbox', { name: 'Nom du mot-clé' }).fill('Pose en avril')
  await his!.getByRole('textbox', { name: 'Nom du mot-clé' }).press('Enter')
  await hers!.getByText('Pose en avril').waitFor()
  await his!.getByRole('button', { name: /^Modifier\s: Nom / }).click()
  await his!.getByRole('textbox', { name: 'Nom', exact: true }).fill(`${client} & Fille`)
  await his!.getByRole('button', { name: 'Enregistrer' }).click()
  await hers!.getByRole('heading', { name: `${client} & Fille` }).waitFor()
  await row(joelle.page, `${client} & Fille`).waitFor()
})

test('Vincent archives it, and it leaves Joëlle’s open conversations', async () => {
  await vincent.page.getByRole('button', { name: 'Archiver' }).click()
  await row(joelle.page, subject).waitFor({ state: 'detached' })
  await conversation(joelle.page).getByText('Archivée', { exact: true }).waitFor()
  await joelle.page.getByRole('button', { name: 'Rouvrir' }).click()
  await row(joelle.page, subject).waitFor()
})

test('what one puts back as unread stays read for the other', async () => {
  await joelle.page.getByRole('button', { name: 'Marquer comme non lue' }).click()
  await row(joelle.page, subject).getByRole('img', { name: '1 message non lu' }).waitFor()
  expect(await row(vincent.page, subject).getByRole('img', { name: 'non lu' }).count()).toBe(0)
})

test('Vincent is told of a message he has not seen, where he writes, and sends all the same', async () => {
  await vincent.page.goto('/w/maison-lambert/inbox')
  await row(vincent.page, subject).click()
  await write(vincent.page, 'Je m’en occupe.')
  await expect.poll(() => composer(vincent.page).getByText('Brouillon enregistré').count()).toBe(1)
  await row(joelle.page, subject).click()
  await write(joelle.page, 'C’est réglé par téléphone.')
  await joelle.page.keyboard.press('Control+Enter')
  await said(vincent.page, 'C’est réglé par téléphone.').waitFor()
  await replyBox(vincent.page).press('Control+Enter')
  await composer(vincent.page).getByText('Un message est arrivé pendant que vous écriviez.').waitFor()
  expect(await replyBox(vincent.page).innerText()).toBe('Je m’en occupe.')
  expect(await said(joelle.page, 'Je m’en occupe.').count()).toBe(0)
  await composer(vincent.page).getByRole('button', { name: 'Envoyer quand même' }).click()
  await said(joelle.page, 'Je m’en occupe.').waitFor()
  expect(await said(vincent.page, 'Je m’en occupe.').count()).toBe(1)
  expect([...joelle.problems, ...vincent.problems].filter((problem) => !/ 409 /.test(problem))).toEqual([])
})
