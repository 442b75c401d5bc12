import { join } from 'node:path'
import { startEmbedded } from '@comptoir/db/embedded'
import { makeId } from '@comptoir/rules/uuid'
import { expect } from 'vitest'
import type { MailboxesSlice, MailboxTest } from '@comptoir/contract/mailboxes'
import { signUp, type SignedIn } from '../../servers/sign-up.ts'
import { runComptoir } from '../../testing/running-comptoir.ts'
import { databaseAt, type Database } from './database.ts'
import { allReceivedOnce, allSentOrInDoubt, countsAreTrue, settled, type Told } from './expect-kept.ts'
import { insistentSender } from './insistent-sender.ts'
import { insistentWriter } from './insistent-writer.ts'
import { makeKiller, type Killer } from './killer.ts'
import { randomFrom } from '../random-from.ts'
import { startRecordingSink } from './recording-sink.ts'

export interface MailChaos {
  incoming: number
  outgoing: number
  kills: number
  seed: number
}

const clients = 40
const hands = 4

/**
 * Mails come in and replies go out while the server is killed at every stage of their way: what was acknowledged is
 * there once, nobody gets a reply twice, and of each that may not have left it is said so.
 */
export async function runMailChaos({ incoming, outgoing, kills, seed }: MailChaos): Promise<void> {
  const startedAt = performance.now()
  const random = randomFrom(seed)
  await using undone = new AsyncDisposableStack()
  let openAtKills = 0
  let killer: Killer | undefined
  const sink = await startRecordingSink(random, (stage) => killer?.reached(stage))
  undone.defer(sink.close)
  const comptoir = await runComptoir({ flags: ['--skip-build'], env: { ALLOW_PRIVATE_HOSTS: 'true' } })
  undone.defer(comptoir.stop)
  try {
    const sophie = await signUp(comptoir.url, { name: 'Sophie Lambert', businessName: 'Atelier Sophie' })
    const address = await connect(sophie, sink.port)
    const { ownerUrl } = await startEmbedded({ dir: join(comptoir.dataDir, 'postgres') })
    const db = databaseAt(ownerUrl)
    const conversationIds = await meetClients(db, comptoir.mailPort, address)

    const plan = { kills, things: incoming + outgoing, random, beforeKill: () => void (openAtKills += sink.open()) }
    killer = makeKiller(() => comptoir, plan)
    const told = await writeAll({ incoming, outgoing }, comptoir.mailPort, address, sophie, conversationIds, killer)
    const { at } = await killer.over()
    await settled(db)
    await allReceivedOnce(db, told)
    const { sent, inDoubt, inDoubtTaken } = await allSentOrInDoubt(db, sophie, sink.taken, told)
    expect(inDoubt).toBeLessThanOrEqual(openAtKills)
    await countsAreTrue(db)
    console.log(
      `${at.length} kills (${[...new Set(at)].join(', ')}) in ${Math.round((performance.now() - startedAt) / 1000)} s, seed ${seed}: ` +
        `${told.received.length} of ${incoming} mails received once; ${sent} of ${outgoing} replies sent once, ` +
        `${inDoubt} in doubt (${inDoubtTaken} of them taken) with ${openAtKills} lines open at the kills; counts true.`,
    )
  } catch (error) {
    const printed = comptoir.printed().slice(-20).join('\n')
    throw new Error(`The run of seed ${seed} failed. Comptoir said:\n${printed}`, { cause: error })
  }
}

/** The first mailbox leaves through the sink. */
async function connect(sophie: SignedIn, port: number): Promise<string> {
  const { mailboxes } = await sophie.get<MailboxesSlice>('/messaging/mailboxes')
  const { id, address } = mailboxes[0]!
  const smtp = { host: '127.0.0.1', port, security: 'none', username: '' }
  const input = { commandId: makeId(), smtp, imap: null }
  const connected = await sophie.post<MailboxTest>(`/messaging/mailboxes/${id}/connect`, input)
  expect(connected).toMatchObject({ ok: true })
  return address
}

/** Each client wrote once; answers their conversations. */
async function meetClients(db: Database, mailPort: number, address: string): Promise<string[]> {
  const write = insistentSender(mailPort, address)
  for (let n = 0; n < clients; n++) await write({ ...mailOf(n), messageId: firstOf(n), inReplyTo: null })
  const met = () => db<{ id: string }>('select id from conversation order by id')
  await expect.poll(async () => (await met()).length, { timeout: 30_000 }).toBe(clients)
  return (await met()).map(({ id }) => id)
}

async function writeAll(
  { incoming, outgoing }: Pick<MailChaos, 'incoming' | 'outgoing'>,
  mailPort: number,
  address: string,
  sophie: SignedIn,
  conversationIds: string[],
  killer: Killer,
): Promise<Told> {
  const told: Told = { received: [], written: [] }
  const send = insistentSender(mailPort, address)
  const reply = insistentWriter(sophie)
  await Promise.all([
    shared(incoming, async (n) => {
      const mail = mailOf(n)
      const sending = send(mail)
      killer.reached('coming in')
      await sending
      told.received.push(mail.messageId)
      killer.did()
    }),
    shared(outgoing, async (n) => {
      const writing = reply(conversationIds[n % conversationIds.length]!, `Réponse numéro ${n}`)
      killer.reached('being written')
      told.written.push(await writing)
      killer.did()
    }),
  ])
  return told
}

/** Several hands work through a number of things. */
async function shared(count: number, work: (n: number) => Promise<void>) {
  let next = 0
  await Promise.all(
    Array.from({ length: hands }, async () => {
      for (let n = next++; n < count; n = next++) await work(n)
    }),
  )
}

const firstOf = (n: number) => `premier-${n}@clients.test`

/** Most go on with what their writer said first; some begin anew. */
function mailOf(n: number) {
  const client = n % clients
  const inReplyTo = n % 5 === 0 ? null : firstOf(client)
  return { from: `client${client}@clients.test`, messageId: `mail-${n}@clients.test`, inReplyTo, text: `Mail ${n}` }
}
