import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sandboxClient, startOAuthSandbox, type OAuthSandbox } from '@comptoir/server/messaging/testing/oauth-sandbox'
import { startSmtpSink, type SmtpSink } from '@comptoir/server/messaging/testing/smtp-sink'
import { openBrowser } from '../testing/open-browser.ts'
import { runComptoir, type RunningComptoir } from '../testing/running-comptoir.ts'
import { checkScreen, type Look } from './check-screen.ts'
import { createBusiness } from './create-business.ts'
import { takeSeat, type Seat } from './take-seat.ts'

const looks: Look[] = [
  { width: 1440, scheme: 'light' },
  { width: 390, scheme: 'dark' },
]
const address = 'bonjour@atelier.example'
let comptoir: RunningComptoir
let browser: Browser
let joelle: Seat
let sandbox: OAuthSandbox
let byPassword: SmtpSink
let byToken: SmtpSink
let overTls: SmtpSink
let hanging: SmtpSink
let withoutSignIn: SmtpSink

beforeAll(async () => {
  sandbox = await startOAuthSandbox()
  ;[byPassword, byToken, overTls, hanging, withoutSignIn] = await Promise.all([
    startSmtpSink({ auth: { user: address, password: 'la bonne' } }),
    startSmtpSink({ auth: { accepts: sandbox.accepts } }),
    startSmtpSink({ tls: 'from-the-start', certificateFor: 'mail.autre.example' }),
    startSmtpSink({ hangAt: 'greeting' }),
    startSmtpSink({ auth: 'none' }),
  ])
  const env = {
    ALLOW_PRIVATE_HOSTS: 'true',
    OAUTH_SANDBOX_URL: sandbox.url,
    GOOGLE_CLIENT_ID: sandboxClient.id,
    GOOGLE_CLIENT_SECRET: sandboxClient.secret,
  }
  ;[comptoir, browser] = await Promise.all([runComptoir({ env }), openBrowser()])
  joelle = await takeSeat(browser, comptoir.url)
  await createBusiness(joelle)
})

beforeEach(async () => {
  await joelle.page.setViewportSize({ width: 1440, height: 900 })
  await joelle.page.goto('/w/atelier-lambert/settings/mailboxes')
})

afterAll(async () => {
  await browser?.close()
  const servers = [sandbox, byPassword, byToken, overTls, hanging, withoutSignIn]
  await Promise.all([comptoir?.stop(), ...servers.map((server) => server?.close())])
})

const dialog = () => joelle.page.getByRole('dialog')
const card = () => joelle.page.getByRole('article', { name: 'Atelier Lambert' })

async function begin(of: string) {
  await joelle.page.getByRole('button', { name: 'Ajouter une boîte mail' }).first().click()
  await dialog().getByLabel('Adresse e-mail').fill(of)
  await dialog().getByLabel('Adresse e-mail').press('Enter')
}

/** A mailbox that only sends, by a server of this machine. */
async function typeServer({ host = '127.0.0.1', port, way = 'none' }: { host?: string; port: number; way?: string }) {
  await setReading('off')
  const server = dialog().getByRole('group', { name: 'Envoi (SMTP)' })
  await server.getByLabel('Chiffrement').selectOption(way)
  await server.getByLabel('Serveur').fill(host)
  await server.getByLabel('Port').fill(String(port))
}

async function setReading(to: 'on' | 'off') {
  const reading = dialog().getByRole('switch', { name: 'Lire cette boîte' })
  if ((await reading.isChecked()) !== (to === 'on')) await reading.click()
}

const tryIt = () => dialog().getByRole('button', { name: 'Continuer' }).click()
const says = (text: string | RegExp) => dialog().getByText(text).waitFor()

async function lookAt(name: string, at: Locator) {
  await at.waitFor()
  for (const look of looks) await checkScreen(joelle.page, `mailbox-${name}`, look)
  await joelle.page.setViewportSize({ width: 1440, height: 900 })
}

test('at Gmail, Joëlle is offered its own page, or a password made for programs', async () => {
  await begin('atelier.lambert@gmail.com')
  await says('Boîte chez Gmail')
  await dialog().getByRole('button', { name: 'Se connecter avec Google' }).waitFor()
  await dialog().getByText('Avec un mot de passe d’application').click()
  const link = dialog().getByRole('link', { name: 'Créer ce mot de passe chez Gmail' })
  expect(await link.getAttribute('href')).toBe('https://myaccount.google.com/apppasswords')
  await lookAt('gmail', link)
})

test('at Orange, the settings are found and only the password is asked', async () => {
  await begin('atelier.lambert@orange.fr')
  await says('imap.orange.fr · smtp.orange.fr')
  expect(await dialog().getByLabel('Serveur').first().isVisible()).toBe(false)
  await tryIt()
  await says('Tapez le mot de passe de cette boîte.')
  await lookAt('orange', dialog().getByLabel('Mot de passe chez Orange'))
})

test('at Microsoft 365, which takes no password, she learns what the operator can do', async () => {
  await begin('atelier.lambert@outlook.be')
  await says(/Microsoft n’accepte plus de mot de passe/)
  expect(await dialog().getByRole('button', { name: 'Continuer' }).count()).toBe(0)
  await lookAt('microsoft', dialog().getByText(/\.env\.example/))
})

test.each([
  {
    failure: 'a server that does not exist',
    server: { host: 'smtp.invalid', port: 465 },
    said: /Aucun serveur ne s’appelle smtp\.invalid/,
  },
  { failure: 'a port nobody listens on', server: { port: 1 }, said: /127\.0\.0\.1 refuse la connexion sur le port 1/ },
] as const)('she is told what is wrong with $failure', async ({ server, said }) => {
  await begin(address)
  await typeServer({ ...server, way: 'tls' })
  await dialog().getByLabel('Mot de passe chez atelier.example').fill('x')
  await tryIt()
  await says('L’envoi ne fonctionne pas')
  await says(said)
})

test('of a server that never answers she is told so, and what to check', async () => {
  await begin(address)
  await typeServer({ port: hanging.port })
  await dialog().getByLabel('Mot de passe chez atelier.example').fill('x')
  await tryIt()
  const words = `127.0.0.1 ne répond pas sur le port ${hanging.port}. Vérifiez le nom et le port, puis réessayez.`
  // That is how long it is given.
  await dialog().getByText(words).waitFor({ timeout: 60_000 })
  await lookAt('timeout', dialog().getByText(words))
})

test('of a server that asks nobody who they are she is told so, and connects without a name', async () => {
  await begin(address)
  await typeServer({ port: withoutSignIn.port })
  await dialog().getByLabel('Mot de passe chez atelier.example').fill('x')
  await tryIt()
  await says(
    '127.0.0.1 ne demande pas de mot de passe de cette façon. Essayez un autre chiffrement, ou laissez le nom d’utilisateur vide.',
  )
  await lookAt('no-sign-in', dialog().getByText('L’envoi ne fonctionne pas'))
  await dialog().getByRole('group', { name: 'Envoi (SMTP)' }).getByLabel('Nom d’utilisateur').fill('')
  await tryIt()
  await says('Limites d’envoi')
})

test('she is told of both servers apart, of a wrong password, of TLS where there is none, and of another’s certificate', async () => {
  await begin(address)
  await typeServer({ port: byPassword.port })
  await setReading('on')
  const reading = dialog().getByRole('group', { name: 'Réception (IMAP)' })
  await reading.getByLabel('Serveur').fill('imap.invalid')
  await dialog().getByLabel('Mot de passe chez atelier.example').fill('la mauvaise')
  await tryIt()
  await says(/Aucun serveur ne s’appelle imap\.invalid/)
  await says(/127\.0\.0\.1 refuse le nom d’utilisateur ou le mot de passe/)
  await lookAt('failures', dialog().getByText('La réception ne fonctionne pas'))

  await typeServer({ port: byPassword.port, way: 'tls' })
  await tryIt()
  await says(/ne parle pas ce chiffrement/)
  await typeServer({ host: 'localhost', port: overTls.port, way: 'tls' })
  await tryIt()
  await says(/certificat de localhost n’est signé|est au nom de mail\.autre\.example/)
})

test('with the right password the mailbox is there, and says how it goes', async () => {
  await begin(address)
  await typeServer({ port: byPassword.port })
  await dialog().getByLabel('Mot de passe chez atelier.example').fill('la bonne')
  await tryIt()
  await dialog().getByLabel('À qui est cette boîte ?').selectOption({ label: 'Joëlle Lambert' })
  await says(/Seuls Joëlle Lambert et les administrateurs écrivent depuis cette adresse/)
  await dialog().getByLabel('Par heure au plus').fill('200')
  await lookAt('reading', dialog().getByText('Limites d’envoi'))
  await dialog().getByRole('button', { name: 'Connecter', exact: true }).click()
  const added = card().filter({ hasText: address })
  await added.getByText('Envoie par 127.0.0.1').waitFor()
  await added.getByText('200 par heure au plus').waitFor()
  await added.getByText('Boîte de Joëlle Lambert').waitFor()
  await lookAt('connected', added.getByText('Comptoir ne lit pas cette boîte'))
})

test('she chooses from which of her mailboxes a conversation begins', async () => {
  const { page } = joelle
  await page.goto('/w/atelier-lambert/inbox')
  await page.getByRole('button', { name: 'Nouveau', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Nouveau message/ }).click()
  await dialog()
    .getByLabel('De', { exact: true })
    .selectOption({ label: `Atelier Lambert (${address})` })
  await dialog().getByRole('combobox', { name: 'Client' }).fill('marc@exemple.be')
  await page.getByRole('option', { name: 'Nouveau client « marc@exemple.be »' }).click()
  await dialog().getByRole('textbox', { name: 'Objet' }).fill('Vos plans')
  await dialog().getByRole('textbox', { name: 'Message' }).fill('Ils sont prêts.')
  await lookAt('chosen-to-write', dialog().getByText('Ils sont prêts.'))
  await dialog().getByRole('button', { name: 'Envoyer' }).click()
  await expect.poll(() => byPassword.mails.map(({ from }) => from)).toEqual([address])
})

test('she signs in on the other page, after having refused once', async () => {
  const { page } = joelle
  const signedIn = 'salon@atelier.example'
  await begin(signedIn)
  await typeServer({ port: byToken.port })
  await dialog().getByRole('button', { name: 'Se connecter avec Google' }).click()
  await page.getByRole('button', { name: 'Refuse' }).click()
  await says('Vous n’avez pas donné l’accès. Rien n’a changé ; vous pouvez recommencer.')
  await dialog().getByRole('button', { name: 'Se connecter avec Google' }).click()
  await page.getByRole('button', { name: 'Allow' }).click()
  await dialog().getByRole('button', { name: 'Connecter', exact: true }).click()
  const added = card().filter({ hasText: signedIn })
  await added.getByText('Envoie par 127.0.0.1 · Connecté chez Google').waitFor()
  expect(joelle.problems.splice(0)).toEqual([])
})
