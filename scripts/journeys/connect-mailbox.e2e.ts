import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sandboxClient, startOAuthSandbox } from '@comptoir/server/messaging/testing/oauth-sandbox'
import { startSmtpSink } from '@comptoir/server/messaging/testing/smtp-sink'
import { checkScreens } from './check-screen.ts'
import { mailboxDialog } from './mailbox-dialog.ts'
import { openBusiness } from './open-business.ts'

const here = '/w/atelier-lambert/settings/mailboxes'
const address = 'bonjour@atelier.example'
const sandbox = await startOAuthSandbox()
const servers = {
  byPassword: await startSmtpSink({ auth: { user: address, password: 'la bonne' } }),
  byToken: await startSmtpSink({ auth: { accepts: sandbox.accepts } }),
  overTls: await startSmtpSink({ tls: 'from-the-start', certificateFor: 'mail.autre.example' }),
  hanging: await startSmtpSink({ hangAt: 'greeting' }),
  withoutSignIn: await startSmtpSink({ auth: 'none' }),
}
afterAll(() => Promise.all([sandbox, ...Object.values(servers)].map((server) => server.close())))

const { joelle } = await openBusiness({
  env: {
    ALLOW_PRIVATE_HOSTS: 'true',
    OAUTH_SANDBOX_URL: sandbox.url,
    GOOGLE_CLIENT_ID: sandboxClient.id,
    GOOGLE_CLIENT_SECRET: sandboxClient.secret,
  },
})
const { dialog, begin, typeServer, setReading, password, tryIt, says } = mailboxDialog(joelle.page)
const card = joelle.page.getByRole('article', { name: 'Atelier Lambert' })
let patient: Page

// A server is given twenty seconds to answer: meanwhile she does the rest in another tab.
beforeAll(async () => {
  patient = await joelle.context.newPage()
  await patient.goto(here)
  const asking = mailboxDialog(patient)
  await asking.begin(address)
  await asking.typeServer({ port: servers.hanging.port })
  await asking.password('atelier.example').fill('x')
  await asking.tryIt()
  // A tab behind another is drawn seldom.
  await joelle.page.bringToFront()
})

beforeEach(async () => {
  await joelle.page.goto(here)
})

async function lookAt(name: string, at: Locator) {
  await at.waitFor()
  await checkScreens(at.page(), `mailbox-${name}`)
}

test('at Gmail, Joëlle is offered its own page, or a password made for programs', async () => {
  await begin('atelier.lambert@gmail.com')
  await says('Boîte chez Gmail')
  await dialog.getByRole('button', { name: 'Se connecter avec Google' }).waitFor()
  await dialog.getByText('Avec un mot de passe d’application').click()
  const link = dialog.getByRole('link', { name: 'Créer ce mot de passe chez Gmail' })
  expect(await link.getAttribute('href')).toBe('https://myaccount.google.com/apppasswords')
  await lookAt('gmail', link)
})

test('at Orange, the settings are found and only the password is asked', async () => {
  await begin('atelier.lambert@orange.fr')
  await says('imap.orange.fr · smtp.orange.fr')
  expect(await dialog.getByLabel('Serveur').first().isVisible()).toBe(false)
  await tryIt()
  await says('Tapez le mot de passe de cette boîte.')
  await lookAt('orange', password('Orange'))
})

test('at Microsoft 365, which takes no password, she learns what the operator can do', async () => {
  await begin('atelier.lambert@outlook.be')
  await says(/Microsoft n’accepte plus de mot de passe/)
  expect(await dialog.getByRole('button', { name: 'Continuer' }).count()).toBe(0)
  await lookAt('microsoft', dialog.getByText(/\.env\.example/))
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
  await password('atelier.example').fill('x')
  await tryIt()
  await says('L’envoi ne fonctionne pas')
  await says(said)
})

test('of a server that asks nobody who they are she is told so, and connects without a name', async () => {
  await begin(address)
  await typeServer({ port: servers.withoutSignIn.port })
  await password('atelier.example').fill('x')
  await tryIt()
  await says(
    '127.0.0.1 ne demande pas de mot de passe de cette façon. Essayez un autre chiffrement, ou laissez le nom d’utilisateur vide.',
  )
  await lookAt('no-sign-in', dialog.getByText('L’envoi ne fonctionne pas'))
  await dialog.getByRole('group', { name: 'Envoi (SMTP)' }).getByLabel('Nom d’utilisateur').fill('')
  await tryIt()
  await says('Limites d’envoi')
})

test('she is told of both servers apart, of a wrong password, of TLS where there is none, and of another’s certificate', async () => {
  await begin(address)
  await typeServer({ port: servers.byPassword.port })
  await setReading('on')
  const reading = dialog.getByRole('group', { name: 'Réception (IMAP)' })
  await reading.getByLabel('Serveur').fill('imap.invalid')
  await password('atelier.example').fill('la mauvaise')
  await tryIt()
  await says(/Aucun serveur ne s’appelle imap\.invalid/)
  await says(/127\.0\.0\.1 refuse le nom d’utilisateur ou le mot de passe/)
  await lookAt('failures', dialog.getByText('La réception ne fonctionne pas'))

  await typeServer({ port: servers.byPassword.port, way: 'tls' })
  await tryIt()
  await says(/ne parle pas ce chiffrement/)
  await typeServer({ host: 'localhost', port: servers.overTls.port, way: 'tls' })
  await tryIt()
  await says(/certificat de localhost n’est signé|est au nom de mail\.autre\.example/)
})

test('with the right password the mailbox is there, and says how it goes', async () => {
  await begin(address)
  await typeServer({ port: servers.byPassword.port })
  await password('atelier.example').fill('la bonne')
  await tryIt()
  await dialog.getByLabel('À qui est cette boîte ?').selectOption({ label: 'Joëlle Lambert' })
  await says(/Seuls Joëlle Lambert et les administrateurs écrivent depuis cette adresse/)
  await dialog.getByLabel('Par heure au plus').fill('200')
  await lookAt('reading', dialog.getByText('Limites d’envoi'))
  await dialog.getByRole('button', { name: 'Connecter', exact: true }).click()
  const added = card.filter({ hasText: address })
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
  await dialog.getByLabel('De', { exact: true }).selectOption({ label: `Atelier Lambert (${address})` })
  await dialog.getByRole('combobox', { name: 'Client' }).fill('marc@exemple.be')
  await page.getByRole('option', { name: 'Nouveau client « marc@exemple.be »' }).click()
  await dialog.getByRole('textbox', { name: 'Objet' }).fill('Vos plans')
  await dialog.getByRole('textbox', { name: 'Message' }).fill('Ils sont prêts.')
  await lookAt('chosen-to-write', dialog.getByText('Ils sont prêts.'))
  await dialog.getByRole('button', { name: 'Envoyer' }).click()
  await expect.poll(() => servers.byPassword.mails.map(({ from }) => from)).toEqual([address])
})

test('she signs in on the other page, after having refused once', async () => {
  const { page } = joelle
  const signedIn = 'salon@atelier.example'
  await begin(signedIn)
  await typeServer({ port: servers.byToken.port })
  await dialog.getByRole('button', { name: 'Se connecter avec Google' }).click()
  await page.getByRole('button', { name: 'Refuse' }).click()
  await says('Vous n’avez pas donné l’accès. Rien n’a changé ; vous pouvez recommencer.')
  await dialog.getByRole('button', { name: 'Se connecter avec Google' }).click()
  await page.getByRole('button', { name: 'Allow' }).click()
  await dialog.getByRole('button', { name: 'Connecter', exact: true }).click()
  const added = card.filter({ hasText: signedIn })
  await added.getByText('Envoie par 127.0.0.1 · Connecté chez Google').waitFor()
  expect(joelle.problems.splice(0)).toEqual([])
})

test('of a server that never answers she is told so, and what to check', async () => {
  const words = `127.0.0.1 ne répond pas sur le port ${servers.hanging.port}. Vérifiez le nom et le port, puis réessayez.`
  const told = mailboxDialog(patient).dialog.getByText(words)
  await patient.bringToFront()
  await told.waitFor({ timeout: 60_000 })
  await lookAt('timeout', told)
  expect(joelle.problems).toEqual([])
})
