import { SMTPServer } from 'smtp-server'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test, vi } from 'vitest'
import { testSecret } from '../../../../scripts/testing/test-secret.ts'
import { readConfig } from '../config.ts'
import { openLogger } from '../logger.ts'
import { asOwner } from '../testing/as-owner.ts'
import { eventually } from '../testing/eventually.ts'
import { openTestDb, type TestDb } from '../testing/open-test-db.ts'
import type { Letter } from './installation-mail.ts'
import type { CarryLetter } from './letter-carrier.ts'
import { openInstallationMail, waitSeconds } from './open-installation-mail.ts'

const letter: Letter = {
  kind: 'password-reset',
  to: 'lea@exemple.example',
  locale: 'fr',
  values: { name: 'Léa', link: 'http://localhost:3000/reset/un-jeton-secret' },
}

function openMail({ db }: TestDb, carry?: CarryLetter, smtpUrl?: string) {
  const config = readConfig({
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'Comptoir <comptoir@comptoir.test>',
    MAIL_DOMAIN: 'comptoir.test',
  })
  const mail = openInstallationMail({
    config,
    secretKey: testSecret,
    log: openLogger('silent'),
    db,
    ...(carry && { carry }),
  })
  onTestFinished(() => mail.stop())
  return mail
}

const lettersOf = (test: TestDb) =>
  asOwner<{ sealed: string; attempts: number; due: boolean }>(
    test,
    'select sealed, attempts, not_before <= now() as due from letter',
  )

test('a letter goes by the mail server of the installation, and no trace of it stays', async () => {
  const test = await openTestDb()
  const received: string[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    onData: (stream, _session, done) => void text(stream).then((mail) => (received.push(mail), done())),
  })
  smtp.listen(0, '127.0.0.1')
  await once(smtp.server, 'listening')
  onTestFinished(() => new Promise<void>((resolve) => smtp.close(() => resolve())))
  const { port } = smtp.server.address() as AddressInfo
  const mail = openMail(test, undefined, `smtp://127.0.0.1:${port}?ignoreTLS=true`)
  await mail.send(letter)
  mail.wake()
  await eventually(async () => expect(await lettersOf(test)).toEqual([]))
  expect(received).toHaveLength(1)
  expect(received[0]).toMatch(/^To: lea@exemple\.example\r$/m)
  expect(received[0]).toMatch(/^Subject: Choisir un nouveau mot de passe\r$/m)
  expect(received[0]).toMatch(/^Message-ID: <[0-9a-f-]{36}@comptoir\.test>\r$/m)
  expect(received[0]).toContain('http://localhost:3000/reset/un-jeton-secret')
})

test('a letter that waits cannot be read in the database', async () => {
  const test = await openTestDb()
  const mail = openMail(test, () => Promise.reject(new Error('the mail server is away')))
  await mail.send(letter)
  const [kept] = await lettersOf(test)
  expect(kept!.sealed).not.toMatch(/lea|jeton/)
})

test('a mail server that is away gets the letter later, and the letter is kept meanwhile', async () => {
  const test = await openTestDb()
  const carry = vi.fn<CarryLetter>().mockRejectedValueOnce(new Error('away')).mockResolvedValue(undefined)
  const mail = openMail(test, carry)
  await mail.send(letter)
  mail.wake()
  await eventually(async () => expect(await lettersOf(test)).toMatchObject([{ attempts: 1, due: false }]))
  await eventually(() => expect(carry).toHaveBeenCalledOnce())
  await mail.stop()
  await asOwner(test, 'update letter set not_before = now()')
  openMail(test, carry)
  await eventually(async () => expect(await lettersOf(test)).toEqual([]))
  expect(carry.mock.calls.map(([sent]) => sent)).toEqual([letter, letter])
  expect([1, 2, 3, 20].map(waitSeconds)).toEqual([60, 120, 240, 21_600])
})

test('after three days a letter that could not leave is given up', async () => {
  const test = await openTestDb()
  const away: CarryLetter = () => Promise.reject(new Error('away'))
  const before = openMail(test, away)
  await before.send(letter)
  await before.stop()
  await asOwner(test, `update letter set created_at = now() - interval '73 hours', not_before = now()`)
  openMail(test, away)
  await eventually(async () => expect(await lettersOf(test)).toEqual([]))
})

test('without a mail server the letter is printed in the terminal, and nowhere else', async () => {
  const test = await openTestDb()
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  onTestFinished(() => written.mockRestore())
  const mail = openMail(test)
  await mail.send(letter)
  mail.wake()
  await eventually(async () => expect(await lettersOf(test)).toEqual([]))
  const printed = written.mock.calls.map(([chunk]) => String(chunk)).join('')
  expect(printed).toContain('http://localhost:3000/reset/un-jeton-secret')
  expect(printed).toContain('lea@exemple.example')
})

test('a letter of a command that failed is not sent', async () => {
  const test = await openTestDb()
  const carry = vi.fn<CarryLetter>().mockResolvedValue(undefined)
  const mail = openMail(test, carry)
  const failing = test.db.app.transaction().execute(async (tx) => {
    await mail.send(letter, tx)
    throw new Error('the command failed')
  })
  await expect(failing).rejects.toThrow('the command failed')
  expect(await lettersOf(test)).toEqual([])
})
