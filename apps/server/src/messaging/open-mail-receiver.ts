import { Resolver } from 'node:dns/promises'
import type { Server } from '../server.ts'
import { findMailbox } from './find-mailbox.ts'
import { keptCertificate } from './kept-certificate.ts'
import { startMailReceiver } from './mail-receiver.ts'
import { maxMailBytes, storeMail } from './store-mail.ts'

export interface OpenMailReceiver {
  /** Null where it is turned off, or its port is taken. */
  port: number | null
  listening(): boolean
  stop(): Promise<void>
}

type ReceiverParts = Pick<Server, 'config' | 'log' | 'db' | 'files' | 'intake'>

/** Receives mail for the mailboxes of the installation, from anyone; the rest of the server runs without it too. */
export async function openMailReceiver(
  server: ReceiverParts,
  resolver = new Resolver({ timeout: 1500, tries: 2 }),
): Promise<OpenMailReceiver> {
  const { config, log, db, files, intake } = server
  if (config.mailInPort === 0) return closed
  try {
    const receiver = await startMailReceiver({
      port: config.mailInPort,
      host: config.host,
      name: config.mailDomain,
      tls: await keptCertificate(config.dataDir, config.mailDomain),
      maxBytes: maxMailBytes,
      isKnown: async (address) => (await findMailbox(db, address)) !== null,
      async store(envelope, bytes) {
        const outcome = await storeMail({ db, files, resolver }, envelope, bytes)
        if (outcome === 'stored') intake.wake()
        return outcome
      },
      report: ({ at, error }) =>
        log.warn({ err: error, at }, 'the mail receiver met a problem; the sender tries again'),
    })
    return { port: receiver.port, listening: receiver.listening, stop: receiver.close }
  } catch (error) {
    const { code } = error as { code?: string }
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    const why = code === 'EACCES' ? 'this account may not listen there' : 'another program listens there'
    log.warn(
      `No mail is received on port ${config.mailInPort}: ${why}. Set MAIL_IN_PORT to a free port, or to 0 to turn it off.`,
    )
    return closed
  }
}

const closed: OpenMailReceiver = { port: null, listening: () => false, stop: async () => {} }
