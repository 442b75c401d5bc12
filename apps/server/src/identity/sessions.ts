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
  /** Who holds this token now, for what stays open: a socket, a fresh sign-in. */
  validate(token: string): Promise<SignedIn | null>
  /** The same for one request, remembered for two seconds unless something moved here. */
  recall(token: string): Promise<SignedIn | null>
  /** Sessions, people or their rights moved: what is remembered may no longer be true. */
  forget(): void
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
  async function validate(token: string): Promise<SignedIn | null> {
    const { session, user } = await lucia.validateSession(token)
    if (!session) return null
    const { email, name, locale, memberships } = user
    const { publicId: sessionId, lastUsedAt } = session
    return { userId: user.id, sessionId, lastUsedAt, fresh: session.fresh, token, email, name, locale, memberships }
  }

  return {
    cookieName: lucia.sessionCookieName,
    async open(userId, from) {
      const sessionId = makeId()
      const session = await lucia.createSession(userId, { publicId: sessionId, lastUsedAt: '', ...from })
      return { token: session.id, sessionId }
    },
    validate,
    ...rememberBriefly(validate),
    close: (token) => lucia.invalidateSession(token),
    sweep: () => lucia.deleteExpiredSessions(),
    cookie: (token) => (token ? lucia.createSessionCookie(token) : lucia.createBlankSessionCookie()).serialize(),
  }
}

const rememberedMs = 2000
const mostRemembered = 5000

/** A screen asks several things at once, and a busy one all the time: each would ask the database who is asking. */
function rememberBriefly(validate: (token: string) => Promise<SignedIn | null>): Pick<Sessions, 'recall' | 'forget'> {
  const remembered = new Map<string, { signedIn: SignedIn; untilMs: number }>()
  let moves = 0

  return {
    async recall(token) {
      const known = remembered.get(token)
      if (known && known.untilMs > Date.now()) return known.signedIn
      const before = moves
      const signedIn = await validate(token)
      // What moved while the database was asked may not be in its answer.
      if (signedIn && !signedIn.fresh && before === moves) {
        if (remembered.size >= mostRemembered) remembered.clear()
        remembered.set(token, { signedIn, untilMs: Date.now() + rememberedMs })
      }
      return signedIn
    },
    forget() {
      moves++
      remembered.clear()
    },
  }
}
