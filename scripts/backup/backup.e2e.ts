import { existsSync, globSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenedConversation } from '@comptoir/contract/inbox'
import { checkBackup } from '@comptoir/server/backup/read-backup'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { checkScreens } from '../journeys/check-screen.ts'
import { row } from '../journeys/inbox.ts'
import { openBusiness } from '../journeys/open-business.ts'
import { takeSeat } from '../journeys/take-seat.ts'
import { changeData } from '../testing/change-data.ts'
import { runComptoir } from '../testing/running-comptoir.ts'
import { here, keepNoting, mailFrom, sendFile } from './testing/busy-business.ts'
import { dataFolders } from './testing/data-folders.ts'
import { runProgram, startProgram } from './testing/run-program.ts'

const { comptoir, browser, joelle } = await openBusiness()
const password = 'une longue phrase'
const folders = dataFolders()
const restored = folders.at('restored')
const file = folders.at('comptoir.backup')
const passwordFile = folders.at('password')
let mail: Awaited<ReturnType<typeof mailFrom>>

beforeAll(async () => {
  // Her mailbox leaves by a server that nobody asks here.
  await changeData(comptoir, `update mailbox set carrier = 'smtp', smtp_host = 'mail.exemple.example'`)
  mail = await mailFrom(comptoir, joelle.context.request, 3)
  writeFileSync(passwordFile, 'le mot de passe de la sauvegarde\n')
})

afterAll(() => folders.remove())

test('Joëlle takes a backup away from the settings, once she gave her password, and sees of when it is', async () => {
  const { page } = joelle
  await page.goto('/w/atelier-lambert/settings/backup')
  await page.getByText('Aucune sauvegarde n’a encore été faite.').waitFor()
  const button = page.getByRole('button', { name: 'Télécharger une sauvegarde' })
  await page.getByLabel('Mot de passe', { exact: true }).fill('une autre phrase')
  await button.click()
  await page.getByText('Le mot de passe actuel est incorrect.').waitFor()
  await page.getByLabel('Mot de passe', { exact: true }).fill(password)
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  expect(download.suggestedFilename()).toMatch(/^comptoir-atelier-lambert-\d{4}-\d\d-\d\d\.tar\.zst$/)
  const path = folders.at('downloaded')
  await download.saveAs(path)
  expect(await checkBackup({ path, password: null })).toMatchObject({ scope: 'installation' })
  await page.getByText('Dernière sauvegarde :').waitFor()
  await checkScreens(page, 'backup-fr')
})

test('what is saved by command while people write opens elsewhere, and Joëlle enters with her password', async () => {
  const noting = keepNoting(joelle.context.request, here, mail.conversationId)
  const ran = await runProgram('backup', comptoir.dataDir, [file, '--password-file', passwordFile])
  await noting.stop()
  expect(noting.noted()).toBeGreaterThan(0)
  expect(ran).toMatchObject({ code: 0, wrong: '' })
  expect(ran.said).toMatch(/The backup is in .* with \d+ rows and 2 files\.\nIt opens only with its password/)
  const back = await runProgram('restore', restored, [file, '--password-file', passwordFile])
  expect(back).toMatchObject({ code: 0, wrong: '' })
  expect(back.said).toMatch(/All is as it was on .*\nMailboxes are paused/)
  const there = await runComptoir({ data: { folder: restored } })
  onTestFinished(there.stop)
  const seat = await takeSeat(browser, there.url)
  onTestFinished(() => seat.context.close())
  await seat.page.goto('/w/atelier-lambert/inbox')
  await seat.page.getByLabel('Adresse e-mail').fill('joelle@exemple.example')
  await seat.page.getByLabel('Mot de passe', { exact: true }).fill(password)
  await seat.page.getByRole('button', { name: 'Se connecter' }).click()
  await row(seat.page, 'Zoé Müller').click()
  await seat.page.getByText('Voici le plan, côté cour.').last().waitFor()
  const { request } = seat.context
  const opened = (await (
    await request.get(`${here}/inbox/conversations/${mail.conversationId}`)
  ).json()) as OpenedConversation
  const [attachment] = opened.items.flatMap((item) => (item.is === 'message' ? item.attachments : []))
  expect((await (await request.get(`${here}/files/${attachment!.id}`)).body()).equals(mail.plan)).toBe(true)
})

test('her mailbox waits there until she looked, and says why', async () => {
  const there = await runComptoir({ data: { folder: restored } })
  onTestFinished(there.stop)
  const seat = await takeSeat(browser, there.url)
  onTestFinished(() => seat.context.close())
  await seat.context.request.post('/api/sign-in', { data: { email: 'joelle@exemple.example', password } })
  await seat.page.goto('/w/atelier-lambert/settings/mailboxes')
  await seat.page.getByText('Cette boîte mail vient d’une sauvegarde restaurée').waitFor()
  await checkScreens(seat.page, 'restored-mailbox-fr')
})

test('nothing is touched where a server runs, a business is, or the password is another', async () => {
  const running = await runProgram('restore', comptoir.dataDir, [file, '--password-file', passwordFile])
  expect(running.wrong).toMatch(/^Comptoir already runs on .*, as process \d+\.\n$/)
  const full = await runProgram('restore', restored, [file, '--password-file', passwordFile])
  expect(full.wrong).toMatch(/holds a business already, and nothing was changed\. .* --replace/)
  writeFileSync(folders.at('other'), 'un autre mot de passe')
  const other = await runProgram('restore', folders.at('untouched'), [file, '--password-file', folders.at('other')])
  expect(other.wrong).toMatch(/This password does not open the backup\./)
  expect(existsSync(folders.at('untouched'))).toBe(false)
  const nothing = await runProgram('backup', folders.at('untouched'), [folders.at('b')])
  expect(nothing.wrong).toMatch(/There is nothing to back up in .*: COMPTOIR_DATA names the folder/)
  expect([running, full, other, nothing].map(({ code }) => code)).toEqual([1, 1, 1, 1])
})

test('what was there is moved aside whole where that is asked', async () => {
  const replaced = await runProgram('restore', restored, [file, '--password-file', passwordFile, '--replace'])
  expect(replaced).toMatchObject({ code: 0, wrong: '' })
  const [, aside = ''] = /What was in .* is now in (.*), whole\./.exec(replaced.said) ?? []
  expect(await runProgram('backup', aside, [folders.at('of-aside')])).toMatchObject({ code: 0 })
  expect(await runProgram('backup', restored, [folders.at('of-restored')])).toMatchObject({ code: 0 })
})

test('a restore that is killed leaves nobody’s business, and restoring again makes it whole', async () => {
  for (let i = 0; i < 6; i++) await sendFile(joelle.context.request, here, 10)
  expect(await runProgram('backup', comptoir.dataDir, [file])).toMatchObject({ code: 0 })
  const target = await restoreKilledHalfway()
  const again = await runProgram('restore', target, [file])
  expect(again).toMatchObject({ code: 0, wrong: '' })
  expect(keptIn(target)).toBe(8)
  expect(readdirSync(target)).not.toContain('owner.json')
})

/** Killed with some of the files there and others not; where the machine was quicker than the kill, once more. */
async function restoreKilledHalfway(): Promise<string> {
  for (let tries = 1; ; tries++) {
    const target = folders.at(`killed-${tries}`)
    const program = startProgram('restore', target, [file])
    await expect.poll(() => keptIn(target), { interval: 2, timeout: 60_000 }).toBeGreaterThan(0)
    program.kill()
    const { code } = await program.ran
    if (code === null && keptIn(target) < 8) return target
  }
}

const keptIn = (target: string) => globSync(join(target, 'files', '*-*', '*', '*')).length
