import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerSession } from 'smtp-server'
import { createReceiverLimits } from './receiver-limits.ts'
import type { ReceiverLimits } from './receiver-limits.ts'

export type ReceivedEnvelope = { from: string; to: string[]; remoteAddress: string; helo: string }

export type MailReceiverOptions = {
  port: number
  host: string
  /** The name it greets with. */
  name: string
  tls?: { key: string; cert: string }
  maxBytes?: number
  limits?: Partial<ReceiverLimits>
  isKnown: (address: string) => Promise<boolean>
  /** Settles once the mail is safe, for only then is the sender told so. A rejection is `try-later`. */
  store: (envelope: ReceivedEnvelope, bytes: Readable) => Promise<'stored' | 'too-large' | 'try-later'>
  report: (problem: { at: 'recipient' | 'mail' | 'server'; error: unknown }) => void
}

export type MailReceiver = { port: number; listening: () => boolean; close: () => Promise<void> }

/** Receives mail for the addresses of mailboxes, from anyone, and relays nothing. Knows no passwords and writes no log. */
export async function startMailReceiver(options: MailReceiverOptions): Promise<MailReceiver> {
  const { isKnown, store, report, maxBytes = 35 * 1024 * 1024, tls } = options
  const limits = createReceiverLimits(options.limits)
  const server = new SMTPServer({
    name: options.name,
    banner: 'Comptoir',
    size: maxBytes,
    rejectOversized: true,
    maxClients: 200,
    maxRecipients: 100,
    maxCommandLength: 4096,
    socketTimeout: 60_000,
    closeTimeout: 5_000,
    hideENHANCEDSTATUSCODES: false,
    disableReverseLookup: true,
    logger: false,
    disabledCommands: ['AUTH', 'VRFY', 'EXPN', 'WIZ', 'SHELL', 'XCLIENT', 'XFORWARD', ...(tls ? [] : ['STARTTLS'])],
    ...(tls ? { key: tls.key, cert: tls.cert, minVersion: 'TLSv1.2' } : {}),
    onConnect: (session, answer) => answer(limits.opened(session) ? null : new Reply(421, 'Too many connections')),
    onClose: (session) => limits.closed(session),
    onMailFrom: (_, session, answer) =>
      void limits.mayWrite(session).then((may) => answer(may ? null : new Reply(451, 'Too many messages, try later'))),
    onRcptTo: (recipient, session, answer) => void judge(recipient.address, session).then(answer),
    onData: (stream, session, answer) => void take(stream, session).then(answer),
  })
  server.server.on('connection', (socket) => limits.hangUpLate(socket))
  await listening(server, options.port, options.host)
  server.on('error', (error) => report({ at: 'server', error }))
  return {
    port: portOf(server),
    listening: () => server.server.listening,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }

  async function judge(address: string, session: SMTPServerSession) {
    try {
      if (await isKnown(address.toLowerCase())) return null
      return limits.guessedWrong(session)
        ? new Reply(421, 'Too many unknown recipients')
        : new Reply(550, 'No such mailbox here')
    } catch (error) {
      report({ at: 'recipient', error })
      return new Reply(451, 'Try again later')
    }
  }

  async function take(stream: Readable, session: SMTPServerSession) {
    const { mailFrom, rcptTo } = session.envelope
    const envelope = {
      from: mailFrom ? mailFrom.address : '',
      to: rcptTo.map(({ address }) => address.toLowerCase()),
      remoteAddress: session.remoteAddress,
      helo: session.hostNameAppearsAs || '',
    }
    const bytes = Readable.from(upTo(maxBytes, stream), { objectMode: false })
    try {
      const stored = await store(envelope, bytes)
      if (stored === 'stored') return null
      return stored === 'too-large' ? new Reply(552, 'Message too large') : new Reply(451, 'Try again later')
    } catch (error) {
      // A sender that hangs up or writes too much is told so by the protocol itself.
      if (!stream.errored && !(error instanceof TooMuch)) report({ at: 'mail', error })
      return new Reply(451, 'Try again later')
    } finally {
      bytes.destroy()
    }
  }
}

async function* upTo(maxBytes: number, stream: Readable) {
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > maxBytes) throw new TooMuch('Message too large')
    yield chunk
  }
}

function listening(server: SMTPServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => (server.off('error', reject), resolve()))
  })
}

function portOf(server: SMTPServer) {
  const address: string | AddressInfo | null = server.server.address()
  return typeof address === 'object' && address ? address.port : 0
}

class Reply extends Error {
  readonly responseCode: number
  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}

class TooMuch extends Error {}
