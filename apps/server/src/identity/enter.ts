import type { Context } from 'hono'
import type { Me } from '@comptoir/contract/identity'
import type { AppEnv } from '../app-env.ts'
import { Refusal } from '../refusal.ts'
import { meOf } from './me-of.ts'

/** Opens a session for a user in this browser, ending the one it had, and answers who they are. */
export async function enter(c: Context<AppEnv>, userId: string): Promise<Me> {
  const { sessions, sockets } = c.var.server
  const { signedIn: before } = c.var
  if (before) {
    await sessions.close(before.token)
    sockets.closeSessions([before.sessionId])
  }
  const userAgent = (c.req.header('user-agent') ?? '').slice(0, 400)
  const { token } = await sessions.open(userId, { userAgent, ip: c.var.ip })
  const signedIn = await sessions.validate(token)
  if (!signedIn) throw new Refusal('not_signed_in', 'errors.not_signed_in')
  c.header('Set-Cookie', sessions.cookie(token), { append: true })
  return meOf(signedIn)
}
