import { Lucia, TimeSpan } from 'lucia'
import type { Db } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { sessionAdapter, type UserAttributes } from './session-adapter.ts'

/** Somebody with a valid session. */
export interface SignedIn extends UserAttributes {
  userId: string
  sessionId: string
  lastUsedAt: string
  /** Its expiry was moved: the cookie has to follow. */
  fresh: boolean
  token: string
}

export interface Sessions {
  cookieName: string
  open(userId: string, from: { userAgent: string; ip: string }): Promise<{ token: string; sessionId: string }>
  validate(token: string): Promise<SignedIn | null>
  close(token: string): Promise<void>
  sweep(): Promise<void>
  /** The Set-Cookie value that keeps, or without a token ends, a session. */
  cookie(token: string | null): string
}

/** Sessions of 30 days that move forward while they are used. `secure`: the cookie only travels over https. */
export function openSessions(db: Db, options: { secure: boolean }): Sessions {
  const lucia = new Lucia(sessionAdapter(db), {
    sessionExpiresIn: new TimeSpan(30, 'd'),
    sessionCookie: { name: 'comptoir_session', attributes: { secure: options.secure, sameSite: 'lax', path: '/' } },
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  })
  return {
    cookieName: lucia.sessionCookieName,
    async open(userId, from) {
      const sessionId = makeId()
      const session = await lucia.createSession(userId, { publicId: sessionId, lastUsedAt: '', ...from })
      return { token: session.id, sessionId }
    },
    async validate(token) {
      const { session, user } = await lucia.validateSession(token)
      if (!session) return null
      const { email, name, locale, memberships } = user
      return {
        userId: user.id,
        sessionId: session.publicId,
        lastUsedAt: session.lastUsedAt,
        fresh: session.fresh,
        token,
        email,
        name,
        locale,
        memberships,
      }
    },
    close: (token) => lucia.invalidateSession(token),
    sweep: () => lucia.deleteExpiredSessions(),
    cookie: (token) => (token ? lucia.createSessionCookie(token) : lucia.createBlankSessionCookie()).serialize(),
  }
}
