import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import type { Stage } from './stages.ts'

/** A mail server that says exactly what it took, and whose every step takes a moment. */
export interface RecordingSink {
  port: number
  /** How often it took each mail, by its Message-ID. */
  taken: Map<string, number>
  /** Connections that are open now and were told to go ahead with a mail: each may leave one in doubt. */
  wentAhead(): number
  close(): Promise<void>
}

const slowestMs = 6

export async function startRecordingSink(
  random: () => number,
  reached: (stage: Stage) => void,
): Promise<RecordingSink> {
  const taken = new Map<string, number>()
  const wentAhead = new Set<string>()
  const after = (stage: Stage, answer: () => void) => {
    reached(stage)
    void sleep(random() * slowestMs).then(answer)
  }
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onConnect: (_session, answer) => after('connected', answer),
    onClose: ({ id }) => void wentAhead.delete(id),
    onMailFrom: (_address, _session, answer) => after('sender named', answer),
    onRcptTo: (_address, _session, answer) => after('recipient named', answer),
    onData(stream, session, answer) {
      wentAhead.add(session.id)
      const chunks: Buffer[] = []
      stream.on('error', () => undefined)
      stream.once('data', () => reached('bytes coming'))
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const id = /^message-id:\s*<([^>]+)>/im.exec(Buffer.concat(chunks).toString('latin1'))?.[1] ?? ''
        after('all taken, not answered', () => {
          taken.set(id, (taken.get(id) ?? 0) + 1)
          answer()
          reached('answered')
        })
      })
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    taken,
    wentAhead: () => wentAhead.size,
    close: () => new Promise((done) => server.close(() => done())),
  }
}
