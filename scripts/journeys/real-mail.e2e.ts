import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { openMailProgram } from '../testing/mail-program.ts'
import { row, said, timeline } from './inbox.ts'
import { openBusiness } from './open-business.ts'

const { comptoir, joelle } = await openBusiness()
const picture = 'https://images.exemple.example/promo.png'
const plan = Buffer.from('%PDF-1.4 plan de la cuisine, au millimètre')
let asked: string[]

beforeAll(async () => {
  asked = []
  await joelle.context.route('https://images.exemple.example/**', (route) => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'image/png', body: onePixel })
  })
})

test('a mail sent by a real mail program is in the open inbox, accents and all', async () => {
  const { page } = joelle
  await page.goto('/w/atelier-lambert/inbox')
  const zoe = openMailProgram({ name: 'Zoé Müller-Lefèvre', address: 'zoe@exemple.be' }, comptoir.mailPort)
  await zoe.write({
    to: 'atelier-lambert@127.0.0.1',
    subject: 'Cuisine : où en êtes-vous ? 🪵',
    text: 'L’été approche, ça presse déjà à Liège !',
    html: `<p>L’été approche, <b>ça presse</b> déjà à Liège !</p><img src="${picture}" alt="Promo">
      <script>document.title = 'volé'</script><p onclick="alert(1)">À bientôt</p>`,
    attachments: [{ filename: 'plan côté cour.pdf', content: plan, contentType: 'application/pdf' }],
  })
  await row(page, 'Zoé Müller-Lefèvre').getByText('Cuisine : où en êtes-vous ? 🪵').waitFor()
  await row(page, 'Zoé Müller-Lefèvre').click()
  await said(page, 'L’été approche, ça presse déjà à Liège !').waitFor()
})

test('its layout is shown only in a frame that can do nothing', async () => {
  const { page } = joelle
  expect(await timeline(page).locator('img[src^="http"], script').count()).toBe(0)
  await timeline(page).getByRole('button', { name: 'Voir la mise en forme' }).click()
  const layout = page.frameLocator('iframe.mail-layout')
  await layout.locator('b', { hasText: 'ça presse' }).waitFor()
  expect(await layout.locator('script, [onclick]').count()).toBe(0)
  expect(await page.locator('iframe.mail-layout').getAttribute('sandbox')).not.toMatch(
    /allow-(scripts|same-origin|forms|top)/,
  )
})

test('an image elsewhere is fetched only once Joëlle asks for it', async () => {
  const { page } = joelle
  await timeline(page).getByText('1 image distante bloquée').waitFor()
  const layout = page.frameLocator('iframe.mail-layout')
  await layout.getByText('À bientôt').waitFor()
  expect(asked).toEqual([])
  await timeline(page).getByRole('button', { name: 'Afficher les images' }).click()
  await expect.poll(() => asked).toEqual([picture])
})

test('the file that came with it is downloaded as it was sent', async () => {
  const { page } = joelle
  const downloading = page.waitForEvent('download')
  await timeline(page).getByRole('link', { name: 'plan côté cour.pdf' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('plan côté cour.pdf')
  expect(await readFile(await download.path())).toEqual(plan)
  expect(joelle.problems).toEqual([])
})

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
