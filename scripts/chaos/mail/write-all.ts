import { expect } from 'vitest'
import type { SignedIn } from '../../servers/sign-up.ts'
import type { Database } from './database.ts'
import type { Told } from './expect-kept.ts'
import { insistentSender } from './insistent-sender.ts'
import { insistentWriter } from './insistent-writer.ts'
import type { Killer } from './killer.ts'

export interface Business {
  sophie: SignedIn
  mailPort: number
  address: string
  random: () => number
  signal: AbortSignal
}

interface ToWrite {
  incoming: number
  outgoing: number
  /** Those of the clients who were met. */
  conversationIds: string[]
}

const hands = 4

/** Clients write and Sophie answers, so much and then on until the last kill that was planned. */
export async function writeAll(business: Business, toWrite: ToWrite, killer: Killer): Promise<Told> {
  const { sophie, mailPort: port, address: to, random, signal } = business
  const { incoming, outgoing, conversationIds } = toWrite
  const told: Told = { received: [], written: [] }
  const send = insistentSender({ port, to, random, signal, reached: killer.reached })
  const reply = insistentWriter(sophie, { random, signal, reached: killer.reached })
  await Promise.all([
    shared(
      (n) => n < incoming || killer.isWaiting(),
      async (n) => {
        const mail = mailOf(n, conversationIds.length)
        await send(mail)
        told.received.push(mail.messageId)
        killer.did()
      },
    ),
    shared(
      (n) => n < outgoing || killer.isWaiting(),
      async (n) => {
        const conversationId = conversationIds[n % conversationIds.length]!
        told.written.push(await reply(conversationId, `Réponse numéro ${n}`))
        killer.did()
      },
    ),
  ])
  return told
}

/** Each client wrote once; answers their conversations. */
export async function meetClients(db: Database, business: Business, clients: number): Promise<string[]> {
  const { mailPort: port, address: to, random, signal } = business
  const write = insistentSender({ port, to, random, signal, reached: () => undefined })
  await shared(
    (n) => n < clients,
    (n) => write({ ...mailOf(n, clients), messageId: firstOf(n), inReplyTo: null }),
  )
  const met = () => db<{ id: string }>('select id from conversation order by id')
  await expect.poll(async () => (await met()).length, { timeout: 30_000 }).toBe(clients)
  return (await met()).map(({ id }) => id)
}

/** Several hands work through numbered things. */
async function shared(isOne: (n: number) => boolean, work: (n: number) => Promise<void>) {
  let next = 0
  await Promise.all(
    Array.from({ length: hands }, async () => {
      for (let n = next++; isOne(n); n = next++) await work(n)
    }),
  )
}

const firstOf = (n: number) => `premier-${n}@clients.test`

/** Most go on with what their writer said first; some begin anew. */
function mailOf(n: number, clients: number) {
  const client = n % clients
  const inReplyTo = n % 5 === 0 ? null : firstOf(client)
  return { from: `client${client}@clients.test`, messageId: `mail-${n}@clients.test`, inReplyTo, text: `Mail ${n}` }
}
