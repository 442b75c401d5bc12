import { openLimits } from '../identity/limits.ts'
import { beforeEach, expect, test } from 'vitest'
import { asPerson } from '../testing/as-person.ts'
import { cutAfterCommit } from '../testing/cut-after-commit.ts'
import { eventually } from '../testing/eventually.ts'
import { fillDisk, fullFiles } from '../testing/full-disk.ts'
import { sealPage } from './page-token.ts'
import { everythingKept } from './testing/everything-kept.ts'
import { aged, conversations, nadia, openCounter, textOf, visit, type Counter } from './testing/open-counter.ts'

let counter: Counter
beforeEach(async () => {
  counter = await openCounter({ files: 'allowed' })
})

test('a double click, the way back and a second try make one conversation', async () => {
  const page = await visit(counter)
  const files = [new File(['%PDF'], 'plan.pdf')]
  const answers = await Promise.all([
    page.send(nadia, { files }),
    page.send(nadia, { files }),
    page.send(nadia, { files }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  expect((await page.send(nadia, { files })).status).toBe(303)
  // Shown anew on the way back, with what the browser kept in its fields.
  expect((await (await visit(counter)).send(nadia, { files })).status).toBe(303)
  expect(await everythingKept(counter)).toEqual({ conversations: 1, files: 1 })
})

test('what was changed after it was sent is not lost: it is sent once it is confirmed', async () => {
  const page = await visit(counter)
  await page.send(nadia)
  const answer = await page.send({ ...nadia, message: 'Plutôt dimanche' })
  expect(answer.status).toBe(409)
  expect(answer.page.trouble).toContain('Votre premier message est bien parti')
  expect(answer.page.values).toMatchObject({ [page.fields[3]!.id]: 'Plutôt dimanche' })
  page.token = old(answer.page.token)
  expect((await page.send({ ...nadia, message: 'Plutôt dimanche' })).status).toBe(303)
  expect((await conversations(counter.sophie)).map(textOf)).toEqual(['Plutôt dimanche', nadia.message])
})

test('a program that fills in what nobody sees, or is too quick, is stopped; a person sends again', async () => {
  const page = await visit(counter)
  const trapped = await page.send(nadia, { also: { trap: 'https://spam.example' } })
  expect([trapped.status, trapped.page.trouble]).toEqual([422, expect.stringContaining('Un champ caché')])
  const { token } = page
  page.token = page.page.token
  const quick = await page.send(nadia)
  expect([quick.status, quick.page.trouble]).toEqual([422, expect.stringContaining('très rapide')])
  expect(await everythingKept(counter)).toEqual({ conversations: 0, files: 0 })
  page.token = token
  expect((await page.send(nadia)).status).toBe(303)
})

test('a page that is too old, forged, or of another business is shown anew with all that was typed', async () => {
  const other = await openCounter()
  const page = await visit(counter)
  const { secretKey } = counter.test.server
  const stranger = sealPage(secretKey, other.workspaceId, { id: crypto.randomUUID(), shownAt: Date.now() - 60_000 })
  for (const token of [old(page.token, 25 * 3600), 'v1.AAAA', '', stranger]) {
    page.token = token
    const answer = await page.send(nadia)
    expect([answer.status, answer.page.values[page.fields[3]!.id]]).toEqual([409, nadia.message])
    expect(answer.page.token).not.toBe(token)
  }
  expect(await conversations(counter.sophie)).toEqual([])
})

test('whoever sends too often waits, and keeps what they typed', async () => {
  const limits = openLimits()
  counter.test.server.limits = limits
  for (let i = 0; i < 30; i++) await limits.formsFrom.count('127.0.0.1')
  const page = await visit(counter)
  const answer = await page.send(nadia, { files: [new File(['x'], 'plan.txt')] })
  expect(answer.status).toBe(429)
  expect(answer.page.trouble).toMatch(/réessayez dans 60 min/)
  expect(answer.page.values).toMatchObject({ [page.fields[3]!.id]: nadia.message })
  expect(await everythingKept(counter)).toEqual({ conversations: 0, files: 0 })
})

test.each([
  ['a file that is too large', [['x', 10 * 2 ** 20 + 1]], 'Un fichier dépasse 10 Mo.'],
  [
    'files that are too large together',
    [
      ['x', 9e6],
      ['y', 9e6],
      ['z', 9e6],
    ],
    'dépassent 20 Mo au total',
  ],
  ['a sixth file', [1, 2, 3, 4, 5, 6].map((n) => [`${n}`, 1]), '5 fichiers au plus.'],
] as [string, [string, number][], string][])('%s is told, and nothing of it stays', async (_, sizes, words) => {
  const page = await visit(counter)
  const files = sizes.map(([name, bytes]) => new File([new Uint8Array(bytes)], name))
  const answer = await page.send(nadia, { files })
  expect([answer.status, answer.page.trouble]).toEqual([413, expect.stringContaining(words)])
  expect(answer.page.values).toMatchObject({ [page.fields[3]!.id]: nadia.message })
  expect(await everythingKept(counter)).toEqual({ conversations: 0, files: 0 })
})

test.each(['files', 'database'] as const)(
  'while the disk of the %s is full the page comes again with all that was typed, and nothing is kept',
  async (disk) => {
    counter = await openCounter({ files: 'allowed' }, { lives: 'test' })
    const { server } = counter.test
    const { files } = server
    const makeRoom =
      disk === 'database' ? await fillDisk(counter.test, 'message') : async () => void (server.files = files)
    if (disk === 'files') server.files = await fullFiles(counter.test)
    const page = await visit(counter)
    const answer = await page.send(nadia, { files: [new File(['%PDF'], 'plan.pdf')] })
    expect(answer.status).toBe(503)
    expect(answer.page.trouble).toContain('Votre texte est gardé ici')
    expect(answer.page.trouble).toContain('Choisissez à nouveau vos fichiers')
    const [name, email, , message] = page.fields.map(({ id }) => id) as [string, string, string, string]
    expect(answer.page.values).toMatchObject({
      [name]: nadia.name,
      [email]: nadia.email,
      [message]: nadia.message,
    })
    expect(await everythingKept(counter)).toEqual({ conversations: 0, files: 0 })
    await makeRoom()
    expect((await page.send(nadia, { files: [new File(['%PDF'], 'plan.pdf')] })).status).toBe(303)
    expect(await everythingKept(counter)).toEqual({ conversations: 1, files: 1 })
  },
)

test('what was sent when the database went away at the last moment is there with its files, once', async () => {
  const { server } = counter.test
  const { live } = server
  const cutting = cutAfterCommit(counter.test)
  const page = await visit(counter)
  const files = [new File(['%PDF'], 'plan.pdf')]
  server.live = cutting.live
  cutting.atNextCommit()
  const answer = await page.send(nadia, { files })
  expect([answer.status, answer.page.trouble]).toEqual([503, expect.stringContaining('Votre texte est gardé ici')])
  server.live = live
  await cutting.restored()
  await eventually(async () => expect((await page.send(nadia, { files })).status).toBe(303))
  const [conversation, ...others] = await conversations(counter.sophie)
  expect(others).toEqual([])
  const attached = conversation!.items.flatMap((item) => (item.is === 'message' ? item.attachments : []))
  expect(attached).toMatchObject([{ name: 'plan.pdf' }])
  expect((await asPerson(counter.sophie).get(`/files/${attached[0]!.id}`)).body).toBe('%PDF')
})

/** As if the page had been shown before. */
function old(token: string, seconds = 60) {
  return aged(counter, token, seconds)
}
