import { presenceLifeMs, type LookInput, type Presence } from '@comptoir/contract/realtime'

/** Who looks at what, by socket; gone when not repeated. Kept in memory: it is worth nothing after a restart. */
export interface PresenceBook {
  /** Answers whether what others see changed. */
  look(workspaceId: string, socketId: string, userId: string, look: LookInput): boolean
  leave(workspaceId: string, socketId: string): boolean
  everybody(workspaceId: string): Presence[]
  /** Forgets what was not repeated; answers the workspaces where somebody went. */
  sweep(): string[]
}

interface Looking extends Presence {
  untilMs: number
}

export function openPresenceBook(now: () => number = Date.now): PresenceBook {
  const book = new Map<string, Map<string, Looking>>()

  function leave(workspaceId: string, socketId: string) {
    const page = book.get(workspaceId)
    const left = page?.delete(socketId) ?? false
    if (page?.size === 0) book.delete(workspaceId)
    return left
  }

  return {
    look(workspaceId, socketId, userId, { conversationId, doing }) {
      if (!conversationId) return leave(workspaceId, socketId)
      const page = book.get(workspaceId) ?? new Map<string, Looking>()
      book.set(workspaceId, page)
      const before = page.get(socketId)
      page.set(socketId, { conversationId, userId, doing, untilMs: now() + presenceLifeMs })
      return before?.conversationId !== conversationId || before.doing !== doing
    },
    leave,
    everybody(workspaceId) {
      return [...(book.get(workspaceId)?.values() ?? [])].map(({ conversationId, userId, doing }) => ({
        conversationId,
        userId,
        doing,
      }))
    },
    sweep() {
      const gone = new Set<string>()
      for (const [workspaceId, page] of book) {
        for (const [socketId, looking] of page) {
          if (looking.untilMs <= now() && leave(workspaceId, socketId)) gone.add(workspaceId)
        }
      }
      return [...gone]
    },
  }
}
