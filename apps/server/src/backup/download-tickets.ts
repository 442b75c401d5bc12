import { randomUUID } from 'node:crypto'

/** Who may take what away. */
export interface DownloadTicket {
  workspaceId: string
  userId: string
  sessionId: string
}

/** Leave to download a backup, given after the password: for one download, by one session, soon. */
export interface DownloadTickets {
  give(ticket: DownloadTicket): string
  /** Whether this session had that leave; it is used up. Another's stays. */
  take(id: string, asker: DownloadTicket): boolean
}

const livesMs = 5 * 60_000

export function openDownloadTickets(): DownloadTickets {
  const given = new Map<string, DownloadTicket & { untilMs: number }>()
  return {
    give(ticket) {
      for (const [id, { untilMs }] of given) if (untilMs < Date.now()) given.delete(id)
      const id = randomUUID()
      given.set(id, { ...ticket, untilMs: Date.now() + livesMs })
      return id
    },
    take(id, asker) {
      const ticket = given.get(id)
      if (!ticket || ticket.untilMs < Date.now()) return false
      const isTheirs = (['workspaceId', 'userId', 'sessionId'] as const).every((key) => ticket[key] === asker[key])
      return isTheirs && given.delete(id)
    },
  }
}
