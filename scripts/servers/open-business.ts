import { expect, vi } from 'vitest'
import type { OpenedConversation } from '@comptoir/contract/inbox'
import type { MailboxesSlice, MailboxTest } from '@comptoir/contract/mailboxes'
import { makeId } from '@comptoir/rules/uuid'
import { openMailProgram, type MailProgram } from '../testing/mail-program.ts'
import { runComptoir, type RunningComptoir } from '../testing/running-comptoir.ts'
import type { MailInMaildir } from './maildir.ts'
import { openScreen, type Screen } from './open-screen.ts'
import { signUp, type SignedIn } from './sign-up.ts'
import { startPostfix, type Postfix } from './start-postfix.ts'

/** Sophie's business on a running Comptoir, whose mailbox is connected to the Postfix of her clients. */
export interface Business {
  comptoir: RunningComptoir
  postfix: Postfix
  sophie: Owner
  address: string
  mailboxId: string
  client(name: string): Client
  /** The last words of both programs, for whoever looks why a test failed. */
  logs(): string
  close(): Promise<void>
}

export interface Owner extends SignedIn, Screen {
  /** Answers the id of the reply. */
  reply(conversationId: string, bodyHtml: string, fileIds?: string[]): Promise<string>
}

export interface Client extends MailProgram {
  address: string
  /** What lies in their maildir, once it is so many. */
  mails(count: number): Promise<MailInMaildir[]>
}

const businessDomain = 'comptoir.test'
const clientDomain = 'clients.test'
const address = `bonjour@${businessDomain}`

export async function openBusiness(given: { clients: string[]; forwards?: Record<string, string> }): Promise<Business> {
  await using opening = new AsyncDisposableStack()
  const env = { ALLOW_PRIVATE_HOSTS: 'true', MAIL_DOMAIN: businessDomain }
  const comptoir = await runComptoir({ env })
  opening.defer(comptoir.stop)
  const postfix = await startPostfix({
    clientDomain,
    forwards: {},
    ...given,
    businessDomain,
    businessPort: comptoir.mailPort,
  })
  opening.defer(postfix.remove)
  const sophie = await openOwner(comptoir.url)
  opening.defer(sophie.close)
  const mailboxId = await connectMailbox(sophie, postfix.port)
  const opened = opening.move()

  return {
    comptoir,
    postfix,
    sophie,
    address,
    mailboxId,
    client(name) {
      const from = { name, address: `${name.toLowerCase()}@${clientDomain}` }
      const mails = (count: number) =>
        vi.waitFor(
          async () => {
            const delivered = await postfix.mailsOf(name.toLowerCase())
            expect(delivered).toHaveLength(count)
            return delivered
          },
          { timeout: 30_000, interval: 50 },
        )
      return { ...openMailProgram(from, postfix.port), address: from.address, mails }
    },
    logs: () => [...comptoir.printed().slice(-30), ...postfix.log().trimEnd().split('\n').slice(-60)].join('\n'),
    close: () => opened.disposeAsync(),
  }
}

async function openOwner(url: string): Promise<Owner> {
  const signedIn = await signUp(url, { name: 'Sophie Lambert', businessName: 'Atelier Sophie' })
  return {
    ...signedIn,
    ...openScreen(signedIn),
    async reply(conversationId, bodyHtml, fileIds = []) {
      const path = `/inbox/conversations/${conversationId}`
      const { conversation } = await signedIn.get<OpenedConversation>(path)
      const messageId = makeId()
      const input = { commandId: makeId(), messageId, bodyHtml, fileIds, baseSeq: conversation.lastSeq }
      await signedIn.post(`${path}/replies`, input)
      return messageId
    },
  }
}

/** The first mailbox takes the address clients know, and from then on sends through their mail server. */
async function connectMailbox(sophie: Owner, port: number): Promise<string> {
  const { mailboxes } = await sophie.get<MailboxesSlice>('/messaging/mailboxes')
  const { id } = mailboxes[0]!
  const path = `/messaging/mailboxes/${id}`
  await sophie.post(path, { commandId: makeId(), name: 'Atelier Sophie', address })
  const account = { smtp: { host: '127.0.0.1', port, security: 'none', username: '' }, imap: null }
  const connected = await sophie.post<MailboxTest>(`${path}/connect`, { commandId: makeId(), ...account })
  if (!connected.ok) throw new Error(`the mailbox was not connected: ${JSON.stringify(connected)}`)
  return id
}
