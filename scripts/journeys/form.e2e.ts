import { makeId } from '@comptoir/rules/uuid'
import { afterAll, expect, test } from 'vitest'
import { checkScreen, checkScreens, looks } from './check-screen.ts'
import { addField, fill, heightOf, innerHeightOf, keepPicture, takeTime } from './contact-form.ts'
import { openForeignSite, type ForeignSite } from './foreign-site.ts'
import { conversation, row, said } from './inbox.ts'
import { openBusiness } from './open-business.ts'
import { takeSeat } from './take-seat.ts'

const { comptoir, browser, joelle } = await openBusiness({
  desk: { permissions: ['clipboard-read', 'clipboard-write'] },
})
const here = '/w/atelier-lambert'
let site: ForeignSite

afterAll(() => site?.close())

test('Joëlle asks in her form for what she keeps of her clients', async () => {
  const { page } = joelle
  const keeps = async (kind: string, name: string, choices: string[] = []) => {
    const to = (what: string, data: object) =>
      joelle.context.request.post(`/api/w/atelier-lambert/clients/${what}`, { data: { commandId: makeId(), ...data } })
    const id = makeId()
    expect((await to('fields', { id, name, kind, uniqueness: 'free' })).ok()).toBe(true)
    for (const choice of choices) await to('choices', { id: makeId(), fieldId: id, name: choice, tone: 'info' })
  }
  await keeps('choice', 'Chauffage', ['Gaz', 'Mazout'])
  await keeps('choices', 'Travaux', ['Toit', 'Murs', 'Fenêtres'])
  await keeps('date', 'Visite le')
  await keeps('checkbox', 'Locataire')
  await page.goto(`${here}/settings/form`)
  const preview = page.frameLocator('iframe')
  await preview.getByRole('heading', { name: 'Contactez-nous' }).waitFor()
  for (const name of ['Chauffage', 'Travaux', 'Visite le', 'Locataire']) await addField(page, name)
  await page.getByLabel('«\u202fChauffage\u202f», sur la fiche\u202f: Choix unique').fill('Votre chauffage')
  await preview.getByLabel('Votre chauffage').waitFor()
  await preview.getByRole('group', { name: 'Travaux' }).getByLabel('Fenêtres').waitFor()
  // What is asked is no longer offered.
  await page.getByRole('button', { name: 'Ajouter un champ' }).click()
  await page.getByRole('menuitem', { name: 'Case à cocher' }).waitFor()
  expect(await page.getByRole('menuitem', { name: 'Travaux' }).count()).toBe(0)
  await page.keyboard.press('Escape')
  await page.getByRole('menu').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('C’est enregistré.').waitFor()
  await keepPicture(page, 'form-own-fields-1440-light')
})

test('Joëlle prepares her form, sees it as she goes, and copies the code for her site', async () => {
  const { page } = joelle
  await page.goto(`${here}/settings/form`)
  const preview = page.frameLocator('iframe')
  await preview.getByRole('heading', { name: 'Contactez-nous' }).waitFor()
  await page.getByText('Ordinateur').click()
  await keepPicture(page, 'form-settings-wide-1440-light')
  await page.getByText('Téléphone', { exact: true }).last().click()
  await addField(page, 'Choix dans une liste')
  await page.locator('[data-field] input:focus').waitFor()
  await page.keyboard.type('Pour quand ?')
  await preview.getByLabel('Pour quand ?').waitFor()
  await page.getByLabel('Réponses possibles, une par ligne').fill('Cette semaine\nPlus tard')
  await page.getByRole('button', { name: 'Monter « Pour quand ? »' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Monter « Pour quand ? »' }).and(page.locator(':focus')).waitFor()
  await page.getByRole('button', { name: 'Retirer « Téléphone »' }).click()
  await preview.getByLabel('Téléphone').waitFor({ state: 'detached' })
  await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click()
  await preview.getByLabel('Téléphone').waitFor()
  await page.getByText('Accepter des pièces jointes').click()
  await page.getByText('Accusé de réception').click()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('C’est enregistré.').waitFor()
  await page.getByText('Formulaire ouvert').click()
  await page.getByRole('link', { name: 'Ouvrir la page' }).waitFor()
  const code = async (name: string) => {
    await page.evaluate(() => navigator.clipboard.writeText(''))
    await page.getByRole('button', { name }).click()
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    await expect.poll(copied).not.toBe('')
    return copied()
  }
  const pages = { '/contact': await code('Copier · Code à coller'), '/cadre': await code('Copier · Code sans script') }
  expect(pages['/contact']).toBe(
    `<script src="${comptoir.url}/form/atelier-lambert.js" title="Contactez-nous" async></script>`,
  )
  site = await openForeignSite(pages)
  await keepPicture(page, 'form-settings-1440-light')
})

test('what Joëlle changes in one tab is in her other, and what she was changing there is not lost', async () => {
  const other = await joelle.context.newPage()
  await other.goto(`${here}/settings/form`)
  await other.getByLabel('Titre').fill('Une commande ?')
  await joelle.page.getByLabel('Titre').fill('Une question ?')
  await joelle.page.getByRole('button', { name: 'Enregistrer' }).click()
  await other.getByText('Le formulaire enregistré a changé entre-temps.').waitFor()
  await other.getByRole('button', { name: 'Garder la mienne' }).click()
  await other.getByRole('button', { name: 'Enregistrer' }).click()
  await expect.poll(() => joelle.page.getByLabel('Titre').inputValue()).toBe('Une commande ?')
  await other.getByText('C’est enregistré.').waitFor()
  await other.getByRole('status').getByRole('button', { name: 'Annuler' }).click()
  await expect.poll(() => joelle.page.getByLabel('Titre').inputValue()).toBe('Une question ?')
  await other.close()
})

test('a visitor of her site writes, and Joëlle sees it at once with the page it came from', async () => {
  await joelle.page.goto(`${here}/inbox`)
  const visitor = await takeSeat(browser, site.url)
  await visitor.page.goto(`/contact?page=pains#horaires`)
  const form = visitor.page.frameLocator('iframe')
  /** The page of the site is as high as what it frames, which may still grow. */
  const isWhole = async () => {
    const lacking = async () => (await heightOf(visitor.page)) - (await innerHeightOf(form))
    await expect.poll(lacking).toBe(0)
  }
  await form.getByRole('button', { name: 'Envoyer' }).waitFor()
  await isWhole()
  await form.getByRole('button', { name: 'Envoyer' }).click()
  await form.getByText('corrigez les champs marqués').waitFor()
  await isWhole()
  await keepPicture(visitor.page, 'form-wrong-1440-light')
  await fill(form, 'Nadia Peeters', 'Deux pains au levain pour samedi ?')
  await form.getByLabel('Pour quand ?').selectOption('Cette semaine')
  await form
    .getByLabel('Pièces jointes')
    .setInputFiles({ name: 'liste.txt', mimeType: 'text/plain', buffer: Buffer.from('2') })
  await takeTime(form, joelle, comptoir)
  await keepPicture(visitor.page, 'form-filled-1440-light')
  await form.getByRole('button', { name: 'Envoyer' }).click()
  await form.getByRole('heading', { name: 'Message envoyé' }).waitFor()
  await keepPicture(visitor.page, 'form-sent-1440-light')
  await row(joelle.page, 'Deux pains au levain pour samedi ?').click()
  const url = `${site.url}/contact?page=pains`
  await conversation(joelle.page).getByText('Formulaire du site').first().waitFor()
  const page = said(joelle.page, 'Pour quand ? Cette semaine').getByRole('link', {
    name: /^Page du site : .*\/contact$/,
  })
  expect(await page.getAttribute('href')).toBe(url)
  await said(joelle.page, 'Nous avons bien reçu votre message').getByText('envoyé automatiquement').waitFor()
  await keepPicture(joelle.page, 'form-conversation-1440-light')
  expect(await visitor.context.cookies()).toEqual([])
  expect(visitor.problems.filter((problem) => !problem.includes('422'))).toEqual([])
  expect(joelle.problems).toEqual([])
  await visitor.context.close()
})

test('without JavaScript it is the same, through the frame, on a phone in the dark', async () => {
  const visitor = await takeSeat(browser, site.url, {
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  })
  await visitor.page.goto('/cadre')
  const form = visitor.page.frameLocator('iframe')
  await keepPicture(visitor.page, 'form-frame-390-dark')
  await fill(form, 'Paul Noël', 'Avez-vous du pain d’épeautre ?')
  await form.getByLabel('Votre chauffage').selectOption('Mazout')
  const works = form.getByRole('group', { name: 'Travaux' })
  for (const name of ['Toit', 'Fenêtres']) await works.getByLabel(name).check()
  await form.getByLabel('Visite le').fill('2026-12-03')
  await form.getByLabel('Locataire').check()
  await keepPicture(visitor.page, 'form-own-filled-390-dark')
  await takeTime(form, joelle, comptoir)
  await form.getByRole('button', { name: 'Envoyer' }).click()
  await form.getByRole('heading', { name: 'Message envoyé' }).waitFor()
  await keepPicture(visitor.page, 'form-sent-390-dark')
  await row(joelle.page, 'Avez-vous du pain d’épeautre ?').click()
  const page = said(joelle.page, 'Avez-vous du pain d’épeautre ?').getByRole('link', {
    name: /^Page du site : .*\/cadre$/,
  })
  expect(await page.getAttribute('href')).toBe(`${site.url}/cadre`)
  const card = joelle.page.getByRole('complementary', { name: 'Fiche du client' })
  for (const kept of ['Mazout', 'Toit', 'Fenêtres', '3 déc. 2026']) await card.getByText(kept).waitFor()
  expect(await card.getByRole('checkbox', { name: 'Locataire' }).isChecked()).toBe(true)
  expect(await said(joelle.page, 'Avez-vous du pain d’épeautre ?').innerText()).not.toContain('Mazout')
  await keepPicture(joelle.page, 'form-own-on-card-1440-light')
  await visitor.context.close()
})

test.each(looks)('on a page of its own it is open to everybody: $width, $scheme', async (look) => {
  const visitor = await takeSeat(browser, comptoir.url)
  const path = `/form/atelier-lambert?theme=${look.scheme}`
  await visitor.page.goto(path)
  await checkScreen(visitor.page, 'form-alone', look)
  await visitor.page.getByRole('button', { name: 'Envoyer' }).click()
  await visitor.page.getByRole('alert').waitFor()
  await checkScreen(visitor.page, 'form-alone-wrong', look)
  await visitor.page.goto(path.replace('?', '/sent?'))
  await checkScreen(visitor.page, 'form-alone-sent', look)
  await visitor.context.close()
})

test('Joëlle changes it, and is told what is still to be filled in', async () => {
  const { page } = joelle
  await page.goto(`${here}/settings/form`)
  await page.getByLabel('Introduction').fill('Posez-la ici : nous répondons le jour même.')
  await page.getByText('Modifications pas encore enregistrées').waitFor()
  await addField(page, 'Case à cocher')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Ce champ est à remplir.').waitFor()
  await checkScreens(page, 'form-editing')
  await page.getByRole('button', { name: 'Abandonner' }).click()
  await page.getByText('Vos modifications sont abandonnées.').waitFor()
  // Her browser notes every answer that says no.
  expect(joelle.problems.splice(0)).toEqual([expect.stringContaining('400 (Bad Request)')])
})
