import type { Socket } from 'node:net'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { SMTPServerSession } from 'smtp-server'
import { isLoopback } from './guard-host.ts'

export type ReceiverLimits = {
  connectionsPerAddress: number
  mailsPerMinute: number
  wrongRecipients: number
  connectionMinutes: number
}

/** What one stranger may ask of the mail receiver. A relay on this machine speaks for many and is not counted. */
export function createReceiverLimits(wanted: Partial<ReceiverLimits> = {}) {
  const limits = {
    connectionsPerAddress: 20,
    mailsPerMinute: 120,
    wrongRecipients: 10,
    connectionMinutes: 20,
    ...wanted,
  }
  const connections = new Map<string, Set<string>>()
  const wrong = new WeakMap<SMTPServerSession, number>()
  const rate = new RateLimiterMemory({ points: limits.mailsPerMinute, duration: 60 })

  return {
    opened({ id, remoteAddress }: SMTPServerSession) {
      if (isLoopback(remoteAddress)) return true
      const open = connections.get(remoteAddress) ?? new Set<string>()
      connections.set(remoteAddress, open.add(id))
      return open.size <= limits.connectionsPerAddress
    },

    closed({ id, remoteAddress }: SMTPServerSession) {
      const open = connections.get(remoteAddress)
      open?.delete(id)
      if (open?.size === 0) connections.delete(remoteAddress)
    },

    async mayWrite({ remoteAddress }: SMTPServerSession) {
      if (isLoopback(remoteAddress)) return true
      return rate.consume(remoteAddress).then(
        () => true,
        () => false,
      )
    },

    /** Counts an unknown recipient, and says whether it is one too many: lists of guesses are not answered for ever. */
    guessedWrong(session: SMTPServerSession) {
      const count = (wrong.get(session) ?? 0) + 1
      wrong.set(session, count)
      return count > limits.wrongRecipients
    },

    /** One byte a minute would hold a connection for ever. */
    hangUpLate(socket: Socket) {
      const timer = setTimeout(() => socket.destroy(), limits.connectionMinutes * 60_000).unref()
      socket.once('close', () => clearTimeout(timer))
    },
  }
}
