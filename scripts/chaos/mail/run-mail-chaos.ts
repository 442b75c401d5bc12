import { join } from 'node:path'
import { startEmbedded } from '@comptoir/db/embedded'
import { makeId } from '@comptoir/rules/uuid'
import { expect } from 'vitest'
import type { MailboxesSlice, MailboxTest } from '@comptoir/contract/mailboxes'
import { signUp, type SignedIn } from '../../servers/sign-up.ts'
import { runComptoir } from '../../testing/running-comptoir.ts'
import { randomFrom } from '@comptoir/server/testing/random-from'
import { databaseAt } from './database.ts'
import { allReceivedOnce, allSentOrInDoubt, countsAreTrue, settled } from './expect-kept.ts'
import { makeKiller, type Kill, type Killer, type KillPlan } from './killer.ts'
import { printRun } from './print-run.ts'
import { startRecordingSink } from './recording-sink.ts'
import { wishesFrom } from './wishes-from.ts'
import { meetClients, writeAll } from './write-all.ts'

export interface MailChaos extends Pick<KillPlan, 'leases'> {
  /** At least so many of each. */
  incoming: number
  outgoing: number
  kills: number
  clients: number
  seed: number
}

/**
 * Mails come in and replies go out while the server is killed at every stage of their way: what was acknowledged is
 * there once, nobody gets a reply twice, and of each that may not have left it is said so. Answers the kills.
 */
export async function runMailChaos(chaos: MailChaos): Promise<Kill[]> {
  const { incoming, outgoing, kills: count, clients, leases, seed } = chaos
  const startedAt = performance.now()
  const chance = randomFrom(seed)
  const plan = { wishes: wishesFrom(chance, count), leases, things: incoming + outgoing, random: chance }
  const random = randomFrom(seed + 1)
  await using undone = new AsyncDisposableStack()
  const ended = new AbortController()
  let killer: Killer | undefined
  const sink = await startRecordingSink(random, (stage) => killer?.reached(stage))
  undone.defer(sink.close)
  const comptoir = await runComptoir({ env: { ALLOW_PRIVATE_HOSTS: 'true' } })
  undone.defer(comptoir.stop)
  undone.defer(() => ended.abort())
  const kills: Kill[] = []
  try {
    const sophie = await signUp(comptoir.url, { name: 'Sophie Lambert', businessName: 'Atelier Sophie' })
    const address = await connect(sophie, sink.port)
    const { ownerUrl } = await startEmbedded({ dir: join(comptoir.dataDir, 'postgres') })
    const db = databaseAt(ownerUrl)
    const business = { sophie, mailPort: comptoir.mailPort, address, random, signal: ended.signal }
    const conversationIds = await meetClients(db, business, clients)

    killer = makeKiller({ comptoir, db, lines: sink.wentAhead, ended, kills }, plan)
    const told = await writeAll(business, { incoming, outgoing, conversationIds }, killer)
    await settled(db)
    await allReceivedOnce(db, told)
    const outcome = await allSentOrInDoubt(db, sophie, sink.taken, kills, told)
    await countsAreTrue(db)
    printRun({ seed, kills, told, outcome, seconds: Math.round((performance.now() - startedAt) / 1000) })
    return kills
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
