import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { inWorkspace } from '@comptoir/db/db'
import { letter, openReading, type Reading } from './open-reading.ts'
import { startProxy } from './start-proxy.ts'

const heavy = (kilobytes: number) => `${'x'.repeat(1022)}\r\n`.repeat(kilobytes)

test('a connection that breaks in the middle of a mail keeps nothing of it, and repeats nothing', async () => {
  const reading = await openReading()
  let cuts = 0
  let heard = ''
  const proxy = await startProxy(reading.dovecot.port, (said) => {
    // The words may lie across two pieces.
    heard = heard.slice(-'AU MILIEU'.length) + said.toString('latin1')
    if (cuts > 0 || !heard.includes('AU MILIEU')) return said
    cuts += 1
    return 'cut'
  })
  await reading.connect({ port: proxy.port })
  await readOnce(reading)
  for (const subject of ['un', 'deux', 'trois'])
    reading.folders.deliver('INBOX', letter({ subject, text: `corps ${subject}` }))
  const long = letter({ subject: 'long', text: `${heavy(1000)}AU MILIEU\r\n${heavy(200)}` })
  reading.folders.deliver('INBOX', long)
  await expect.poll(() => cuts).toBe(1)
  reading.folders.deliver('INBOX', letter({ subject: 'après' }))
  await expect.poll(async () => (await reading.incoming()).length).toBe(3)
  await expect
    .poll(async () => (reading.server.fetching.wake(reading.mailboxId), (await reading.incoming()).length))
    .toBe(5)
  expect(['corps un', 'corps deux', 'corps trois'].map(proxy.passed)).toEqual([1, 1, 1])
  expect((await storedMails(reading)).includes(long)).toBe(true)
  await expect.poll(() => filesTooMany(reading)).toEqual([])
})

test('a server that lies about sizes is not believed', async () => {
  const reading = await openReading()
  let lie = 'RFC822.SIZE 1'
  const proxy = await startProxy(reading.dovecot.port, (said) => {
    const told = said.toString('latin1').replace(/RFC822\.SIZE \d+/g, lie)
    return Buffer.from(told, 'latin1')
  })
  await reading.connect({ port: proxy.port })
  await readOnce(reading)
  const [long, middling, short] = [1500, 64, 1].map((size) => letter({ subject: `${size}`, text: heavy(size) }))
  reading.folders.deliver('INBOX', long!)
  await expect.poll(async () => (await reading.incoming()).length).toBe(1)
  lie = 'RFC822.SIZE 999999999'
  reading.folders.deliver('INBOX', middling!)
  reading.folders.deliver('INBOX', short!)
  await expect.poll(async () => (await reading.incoming()).length).toBe(3)
  expect((await storedMails(reading)).toSorted()).toEqual([long!, middling!, short!].toSorted())
  expect(await reading.mailbox()).toMatchObject({ fetchProblem: null })
})

test('a mail heavier than 35 MB waits in the bin by its head, and the next ones come', async () => {
  const reading = await openReading()
  await reading.connect()
  await readOnce(reading)
  reading.folders.deliver('INBOX', letter({ subject: 'Le film', text: heavy(36 * 1024) }))
  reading.folders.deliver('INBOX', letter({ subject: 'Sans le film' }))
  await expect.poll(reading.inbox, { timeout: 30_000 }).toMatchObject([{ subject: 'Sans le film' }])
  const film = (await reading.incoming()).find(({ subject }) => subject === 'Le film')
  expect(film).toMatchObject({ state: 'to_sort', problem: 'errors.mail_too_heavy', sender: 'marc@exemple.example' })
  expect((await storedMails(reading)).every((mail) => mail.length < 1000)).toBe(true)
})

test('a mailbox whose server gives new numbers to all its mail: nothing comes twice, nothing is missed', async () => {
  const reading = await openReading()
  await reading.connect()
  await readOnce(reading)
  for (const subject of ['un', 'deux', 'trois']) reading.folders.deliver('INBOX', letter({ subject }))
  await expect.poll(async () => (await reading.incoming()).length).toBe(3)
  const before = (await reading.folderRows()).find(({ role }) => role === 'inbox')!.uidValidity
  await reading.dovecot.stop()
  reading.folders.renumber('INBOX')
  reading.folders.deliver('INBOX', letter({ subject: 'quatre' }))
  // A validity is the second it was made in.
  await expect.poll(() => Math.floor(Date.now() / 1000), { timeout: 5000 }).toBeGreaterThan(before! + 1)
  await reading.dovecot.start()
  await expect
    .poll(async () => (reading.server.fetching.wake(reading.mailboxId), (await reading.incoming()).length))
    .toBe(4)
  await expect.poll(async () => (await reading.fetched()).length).toBe(7)
  const inbox = (await reading.folderRows()).find(({ role }) => role === 'inbox')!
  expect(inbox.uidValidity).toBeGreaterThan(before!)
  expect(await reading.incoming()).toMatchObject(Array.from({ length: 4 }, () => ({ isHistory: false })))
  await expect.poll(() => filesTooMany(reading)).toEqual([])
  reading.folders.deliver('INBOX', letter({ subject: 'cinq' }))
  await expect.poll(async () => (await reading.incoming()).length).toBe(5)
})

async function readOnce({ mailbox }: Reading) {
  await expect.poll(async () => (await mailbox()).fetchedAt).not.toBeNull()
}

/** The mails as they are kept. */
async function storedMails({ server, workspaceId }: Reading) {
  const files = await inWorkspace(server.db, workspaceId, (tx) =>
    tx.selectFrom('file').select('storageKey').where('mediaType', '=', 'message/rfc822').execute(),
  )
  return Promise.all(
    files.map(async ({ storageKey }) => (await buffer(server.files.read(workspaceId, storageKey))).toString()),
  )
}

/** Keys of bytes that belong to nothing. */
async function filesTooMany({ server, workspaceId }: Reading) {
  const folder = join(server.config.dataDir, 'files', workspaceId)
  const onDisk = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const rows = await inWorkspace(server.db, workspaceId, (tx) => tx.selectFrom('file').select('storageKey').execute())
  const known = new Set(rows.map(({ storageKey }) => storageKey))
  return onDisk.map(({ name }) => name).filter((name) => !known.has(name))
}
