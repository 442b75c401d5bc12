import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { row } from './inbox.ts'
import { openBusiness } from './open-business.ts'

const program = join(import.meta.dirname, '../../apps/server/src/import-mail-program.ts')
const { comptoir, joelle } = await openBusiness()
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'comptoir-archive-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('mail brought in from files while the server runs is on the open screen, and told line by line', async () => {
  const { page } = joelle
  await page.goto('/w/atelier-lambert/inbox')
  const file = mail('Nadia Jacquemin <nadia@exemple.be>', 'Le portail grince')
  const { printed } = await bringIn(comptoir.dataDir, file)
  expect(printed).toMatchObject([{ file, outcome: 'new', client: 'Nadia Jacquemin', subject: 'Le portail grince' }])
  await row(page, 'Nadia Jacquemin').getByText('Le portail grince').waitFor()
  expect((await bringIn(comptoir.dataDir, '--workspace', 'atelier-lambert', file)).printed).toMatchObject([
    { outcome: 'duplicate', conversation: (printed[0] as { conversation: string }).conversation },
  ])
})

test('where there is no business yet, one is made, and its owner is told how to enter', async () => {
  const data = mkdtempSync(join(tmpdir(), 'comptoir-empty-'))
  try {
    const { printed, said } = await bringIn(data, mail('Luc <luc@exemple.be>', 'Bonjour'))
    expect(printed).toMatchObject([{ outcome: 'new', client: 'Luc' }])
    expect(said).toMatch(/There was no business: mon-entreprise is made\.[^]*\/reset\//)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
})

test('a business that is not there is said, with those that are', async () => {
  const file = mail('Luc <luc@exemple.be>', 'Bonjour')
  await expect(bringIn(comptoir.dataDir, '--workspace', 'ailleurs', file)).rejects.toThrow(
    'There is no business ailleurs. There are: atelier-lambert.',
  )
})

function mail(from: string, subject: string): string {
  const file = join(folder, `${subject.replaceAll(' ', '-')}.txt`)
  writeFileSync(file, `From: ${from}\r\nTo: bonjour@atelier.example\r\nSubject: ${subject}\r\n\r\nBonjour.\r\n`)
  return file
}

async function bringIn(dataDir: string, ...args: string[]) {
  const env = { ...process.env, COMPTOIR_DATA: dataDir, PUBLIC_URL: comptoir.url }
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, ...args], { env })
  const printed = stdout.split('\n').flatMap((line) => (line ? [JSON.parse(line) as unknown] : []))
  return { printed, said: stderr }
}
