import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { selfSignedCertificate } from '../self-signed-certificate.ts'

type Stage = 'greeting' | 'auth' | 'mail' | 'recipient' | 'message'
export type SinkScript = {
  refuse?: { at: Stage; code: number; message: string }
  hangAt?: Stage
  /** The last answer waits for this. */
  answerAfter?: Promise<void>
  /** `in-data`: while the mail comes in. `after-data`: all came in, and no answer goes out. */
  drop?: 'in-data' | 'after-data'
  tls?: 'offered' | 'from-the-start' | 'none'
  auth?: { user: string; password: string } | { accepts: (user: string, accessToken: string) => boolean } | 'none'
  certificateFor?: string
  /** Whether it reports what becomes of a mail. */
  reports?: 'offered'
  /** What it takes of one client: so many mails over a line, so many lines at once. */
  most?: { mailsOfLine?: number; lines?: number }
  /** What it does when it is asked to forget a mail that it refused. */
  reset?: 'refused' | 'hangs-up'
}

export type SunkMail = {
  from: string
  to: string[]
  raw: Buffer
  secure: boolean
  user: string | undefined
  /** What was asked to be reported, and under which name. */
  asked: { envelopeId: string | null; return: string | null; notify: string[] } | null
}
export type SmtpSink = Awaited<ReturnType<typeof startSmtpSink>>

/** A real mail server for tests: keeps what it is sent, and fails where its script says. */
export async function startSmtpSink(script: SinkScript = {}) {
  const certificate = selfSignedCertificate(script.certificateFor ?? 'mail.example.test')
  const mails: SunkMail[] = []
  const sockets = new Set<Socket>()
  const bytesIn = { count: 0 }
  const lines = new Map<string, { mails: number }>()
  let opened = 0
  const { tls = 'none', auth = 'none' } = script
  const server = new SMTPServer({
    ...certificate,
    secure: tls === 'from-the-start',
    disabledCommands: [
      ...(tls === 'none' ? ['STARTTLS'] : []),
      ...(auth === 'none' ? ['AUTH'] : []),
      ...(script.reset === 'refused' ? ['RSET'] : []),
    ],
    allowInsecureAuth: true,
    authMethods: isByToken(auth) ? ['XOAUTH2'] : ['PLAIN', 'LOGIN'],
    disableReverseLookup: true,
    hideDSN: script.reports !== 'offered',
    closeTimeout: 10,
    logger: false,
    onConnect({ id }, answer) {
      opened++
      if (lines.size >= (script.most?.lines ?? Infinity)) return answer(new Reply(421, '4.7.0 Too many connections'))
      lines.set(id, { mails: 0 })
      play('greeting', answer)
    },
    onClose: ({ id }) => void lines.delete(id),
    onAuth: ({ username = '', password, accessToken = '' }, _, answer) => {
      if (isByToken(auth))
        return answer(null, auth.accepts(username, accessToken) ? { user: username } : { data: { status: '401' } })
      const right = auth !== 'none' && auth.user === username && auth.password === password
      play('auth', (refusal) =>
        refusal
          ? answer(refusal)
          : right
            ? answer(null, { user: username })
            : answer(new Reply(535, '5.7.8 Wrong password')),
      )
    },
    onMailFrom(_, { id }, answer) {
      const line = lines.get(id)
      if (line && line.mails++ >= (script.most?.mailsOfLine ?? Infinity))
        return answer(new Reply(421, '4.7.0 Too many mails over this line'))
      play('mail', answer)
    },
    onRcptTo: (_, __, answer) => play('recipient', answer),
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = []
      stream.on('error', () => undefined)
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        bytesIn.count += chunk.length
        if (script.drop === 'in-data') cut()
      })
      stream.on('end', () => {
        const { mailFrom, rcptTo, dsn } = session.envelope
        const from = mailFrom ? mailFrom.address : ''
        const keep = () =>
          mails.push({
            from,
            to: rcptTo.map(({ address }) => address),
            raw: Buffer.concat(chunks),
            secure: session.secure,
            user: session.user,
            asked: dsn
              ? { envelopeId: dsn.envid, return: dsn.ret, notify: rcptTo.flatMap((one) => one.dsn?.notify ?? []) }
              : null,
          })
        if (script.drop === 'after-data') {
          keep()
          return cut()
        }
        play('message', (refusal) => {
          if (!refusal) keep()
          void Promise.resolve(script.answerAfter).then(() => answer(refusal))
        })
      })
    },
  })
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    if (script.reset === 'hangs-up') socket.on('data', (said) => void (said.includes('RSET') && socket.destroy()))
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo

  return {
    port,
    mails,
    bytesIn,
    /** Lines that were ever opened. */
    opened: () => opened,
    /** Lines that are open now. */
    open: () => lines.size,
    certificate: certificate.cert,
    close: () => new Promise<void>((resolve) => (server.close(resolve), cut())),
  }

  function play(stage: Stage, answer: (refusal?: Error | null) => void) {
    if (script.hangAt === stage) return
    const { refuse } = script
    answer(refuse?.at === stage ? new Reply(refuse.code, refuse.message) : null)
  }

  function cut() {
    for (const socket of sockets) socket.destroy()
  }
}

function isByToken(auth: SinkScript['auth']) {
  return typeof auth === 'object' && 'accepts' in auth
}

class Reply extends Error {
  readonly responseCode: number
  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}
