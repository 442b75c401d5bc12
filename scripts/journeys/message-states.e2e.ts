import type { SendMailOptions } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MailboxesSlice } from '@comptoir/contract/mailboxes'
import { makeId } from '@comptoir/rules/uuid'
import { deliveryReport } from '@comptoir/server/inbox/testing/delivery-report'
import { startSmtpSink, type SinkScript, type SmtpSink } from '@comptoir/server/messaging/testing/smtp-sink'
import { changeData } from '../testing/change-data.ts'
import { openMailProgram } from '../testing/mail-program.ts'
import { checkScreens } from './check-screen.ts'
import { conversation, row, said, timeline, write } from './inbox.ts'
import { openBusiness } from './open-business.ts'

const { comptoir, joelle } = await openBusiness({ env: { ALLOW_PRIVATE_HOSTS: 'true' } })
const here = '/api/w/atelier-lambert'
const own = 'atelier-lambert@127.0.0.1'
const remi = 'remi@exemple.be'
const sinks: SmtpSink[] = []

beforeAll(async () => {
  await joelle.context.request.put(`${here}/settings/workspace/opening-picture`, {
    data: { commandId: makeId(), openingPicture: 'on' },
  })
  await receive({ subject: 'Votre devis', text: 'Je le regarde demain.' })
  await joelle.page.goto('/w/atelier-lambert/inbox')
  await row(joelle.page, 'Rémi Colin').click()
})

afterAll(() => Promise.all(sinks.map((sink) => sink.close())))

test('a message is sent, then delivered, then read, and says when', async () => {
  const sink = await connect({ reports: 'offered' })
  await reply('Le voici en détail.')
  await state('Le voici en détail.', 'Envoyé')
  const [mail] = sink.mails
  await receive({
    raw: deliveryReport({ to: own, recipient: remi, action: 'delivered', envelopeId: mail!.asked!.envelopeId! }),
  })
  await state('Le voici en détail.', 'Distribué')
  const [, picture = ''] = /<img[^>]+src=3D"([^"]+)"/.exec(String(mail!.raw).replaceAll('=\r\n', '')) ?? []
  // What is fetched at once is fetched by a program; he reads it later.
  await changeData(comptoir, `update delivery set accepted_at = accepted_at - interval '10 seconds'`)
  await fetch(picture)
  await state('Le voici en détail.', 'Lu')
  await follow('Le voici en détail.', 'Lu', 'read', [
    /^Envoyé\s*\d\d:\d\d/,
    /^Distribué\s*\d\d:\d\d/,
    /^Lu\s*\d\d:\d\d/,
  ])
})

test('a message its server will not have now says when it is tried again, and leaves by itself then', async () => {
  const sink = await connect({ refuse: { at: 'recipient', code: 451, message: '4.7.1 Greylisted, come back later' } })
  await reply('Avez-vous pu le lire ?')
  await follow('Avez-vous pu le lire ?', 'En file d’envoi', 'queued', [
    'Le serveur demande de réessayer plus tard. Le message partira de lui-même.',
    /^Prochain essai\s: .*\d\d:\d\d\.$/,
    /4\.7\.1 Greylisted/,
  ])
  expect(sink.mails).toEqual([])
  delete sink.told.refuse
  expect(await changeData(comptoir, `update delivery set not_before = now() where state = 'queued'`)).toBe(1)
  await state('Avez-vous pu le lire ?', 'Envoyé')
  expect(sink.mails).toHaveLength(1)
})

test('a message nobody will ever take says why, and what to do', async () => {
  await receive({ from: 'Léa Petit <lea@exemple.be>', subject: 'Une chaise', text: 'Bonjour, est-elle prête ?' })
  await row(joelle.page, 'Léa Petit').click()
  await said(joelle.page, 'est-elle prête').waitFor()
  await connect({ refuse: { at: 'recipient', code: 550, message: '5.1.1 No such user here' } })
  await reply('Elle est prête.')
  await timeline(joelle.page).getByRole('button', { name: 'Renvoyer' }).waitFor()
  await follow('Elle est prête.', 'Non envoyé', 'failed', [
    'L’adresse du destinataire n’existe pas. Vérifiez-la sur la fiche du client.',
    /5\.1\.1 No such user here/,
    'Renvoyer',
  ])
})

test('a message whose fate nobody knows says so, and she decides', async () => {
  await receive({ from: 'Paul Remy <paul@exemple.be>', subject: 'Le banc', text: 'Bonjour, et le banc ?' })
  await row(joelle.page, 'Paul Remy').click()
  await said(joelle.page, 'et le banc').waitFor()
  const sink = await connect({ drop: 'after-data' })
  await reply('Il sera là lundi.')
  await follow('Il sera là lundi.', 'Envoi incertain', 'unknown', [
    'La connexion s’est coupée pendant l’envoi. Le message est peut-être parti, peut-être pas.',
    'Renvoyer',
    'Il est parti',
  ])
  await timeline(joelle.page).getByRole('button', { name: 'Il est parti' }).press('Enter')
  await state('Il sera là lundi.', 'Envoyé')
  expect(sink.mails).toHaveLength(1)
  expect(joelle.problems).toEqual([])
})

/** Her mail leaves from now on by a server that does as it is told, once it was connected. */
async function connect(script: SinkScript): Promise<SmtpSink & { told: SinkScript }> {
  const told: SinkScript = { reports: script.reports }
  const sink = await startSmtpSink(told)
  sinks.push(sink)
  const { request } = joelle.context
  const { mailboxes } = (await (await request.get(`${here}/messaging/mailboxes`)).json()) as MailboxesSlice
  const smtp = { host: '127.0.0.1', port: sink.port, security: 'none', username: '' }
  const answer = await request.post(`${here}/messaging/mailboxes/${mailboxes[0]!.id}/connect`, {
    data: { commandId: makeId(), smtp, imap: null },
  })
  expect(await answer.json()).toMatchObject({ ok: true })
  Object.assign(told, script)
  return { ...sink, told }
}

async function receive(mail: SendMailOptions) {
  const program = openMailProgram({ name: 'Rémi Colin', address: remi }, comptoir.mailPort)
  await program.write({ to: own, envelope: { from: remi, to: own }, ...mail })
}

async function reply(text: string) {
  await conversation(joelle.page).waitFor()
  await write(joelle.page, text)
  await joelle.page.keyboard.press('Control+Enter')
}

const receipt = (text: string, word: string) =>
  said(joelle.page, text).getByRole('button', { name: new RegExp(`^${word}.* : voir le suivi de l’envoi$`) })
const state = (text: string, word: string) => receipt(text, word).waitFor()

/** Opens what became of it by keyboard, reads it, and looks at it. */
async function follow(text: string, word: string, name: string, says: (string | RegExp)[]) {
  const { page } = joelle
  await receipt(text, word).press('Enter')
  const track = page.getByRole('dialog', { name: 'Suivi de l’envoi' })
  await track
    .getByText(/@exemple\.be/)
    .first()
    .waitFor()
  for (const words of says) await track.getByText(words).first().waitFor()
  await checkScreens(page, `message-${name}`)
  await page.keyboard.press('Escape')
  await track.waitFor({ state: 'detached' })
}
