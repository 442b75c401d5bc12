import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { makeId } from '@comptoir/rules/uuid'
import { inWorkspace } from '@comptoir/db/db'
import { asPerson } from '@comptoir/server/testing/as-person'
import { letter, openReading, type Reading } from './open-reading.ts'
import { startProxy, type Fault } from './start-proxy.ts'

const first = 'BODY[]<0>'
const second = 'BODY[]<65536>'
const long = letter({
  subject: '=?utf-8?Q?lo=00ng?=',
  id: 'long@exemple.example',
  text: `${'x'.repeat(1022)}\r\n`.repeat(64),
})

test('a mail that is marked on a telephone while it is read is had whole', async () => {
  const marked = (said: string) =>
    said.replace(/\* (\d+) FETCH \(UID (\d+)[^\r\n]*BODY\[\]<65536>/, '* $1 FETCH (UID $2 FLAGS (\\Flagged))\r\n$&')
  const reading = await readThrough(marked)
  reading.folders.deliver('INBOX', long)
  await expect.poll(async () => (await reading.incoming()).length).toBe(1)
  expect((await keptMails(reading)).map((mail) => mail === long)).toEqual([true])
})

test('a mail whose server refuses to go on with it waits in the bin by its head, and the next ones come', async () => {
  let refused = 0
  const reading = await readThrough((said) => {
    if (!said.includes(second)) return said
    refused += 1
    return said.replace(/(\r\n\w+) OK /, '$1 NO ')
  })
  reading.folders.deliver('INBOX', long)
  reading.folders.deliver('INBOX', letter({ subject: 'après' }))
  await expect.poll(reading.inbox).toMatchObject([{ subject: 'après' }])
  await expect.poll(() => waiting(reading)).toEqual(['long'])
  expect(refused).toBe(1)
})

test('a mail whose server has lost its end waits in the bin by its head', async () => {
  const reading = await readThrough((said) => withNothing(said, second))
  reading.folders.deliver('INBOX', long)
  reading.folders.deliver('INBOX', letter({ subject: 'après' }))
  await expect.poll(reading.inbox).toMatchObject([{ subject: 'après' }])
  await expect.poll(() => waiting(reading)).toEqual(['long'])
})

test('a mail that its server has and does not give is in sight, each one of each folder', async () => {
  const reading = await readThrough((said) => withNothing(said, first))
  await asPerson(reading.sophie).post(`/messaging/mailboxes/${reading.mailboxId}/folders`, {
    commandId: makeId(),
    folders: ['INBOX', 'Junk'],
  })
  await expect
    .poll(async () => (await reading.folderRows()).every(({ chosen, uidValidity }) => !chosen || uidValidity))
    .toBe(true)
  reading.folders.deliver('INBOX', letter({ subject: 'un' }))
  reading.folders.deliver('Junk', letter({ subject: 'un aussi' }))
  await expect
    .poll(async () => (reading.server.fetching.wake(reading.mailboxId), (await reading.fetched()).length))
    .toBe(2)
  expect((await reading.fetched()).map(({ uid }) => uid)).toEqual([1, 1])
  expect(await waiting(reading)).toEqual(['', ''])
})

/** A mailbox read from now on, whose server says something else than Dovecot does. */
async function readThrough(told: (said: string) => string): Promise<Reading> {
  const reading = await openReading()
  const fault: Fault = (said) => Buffer.from(told(said.toString('latin1')), 'latin1')
  const proxy = await startProxy(reading.dovecot.port, fault)
  await reading.connect({ port: proxy.port })
  await expect.poll(async () => (await reading.mailbox()).fetchedAt).not.toBeNull()
  return reading
}

/** NIL in the place of every such section. */
function withNothing(said: string, section: string): string {
  const [before = '', ...after] = said.split(`${section} {`)
  const emptied = after.map((rest) => {
    const length = parseInt(rest, 10)
    return `${section} NIL${rest.slice(`${length}}\r\n`.length + length)}`
  })
  return [before, ...emptied].join('')
}

/** The subjects of what its server does not give. */
async function waiting({ incoming }: Reading) {
  return (await incoming()).filter(({ problem }) => problem === 'errors.mail_not_given').map(({ subject }) => subject)
}

async function keptMails({ server, workspaceId }: Reading) {
  const files = await inWorkspace(server.db, workspaceId, (tx) =>
    tx.selectFrom('file').select('storageKey').where('mediaType', '=', 'message/rfc822').execute(),
  )
  return Promise.all(
    files.map(async ({ storageKey }) => (await buffer(server.files.read(workspaceId, storageKey))).toString()),
  )
}
