import type { HttpBindings } from '@hono/node-server'
import type { Staff } from './identity/actor.ts'
import type { SignedIn } from './identity/sessions.ts'
import type { Server } from './server.ts'

/** What handlers find in `c.var`: the parts of the server, and who is asking. */
export interface AppEnv {
  Bindings: HttpBindings
  Variables: {
    server: Server
    /** Where the request came from, after the proxies that are trusted. */
    ip: string
    signedIn: SignedIn | null
    /** Set on the routes of a workspace. */
    staff: Staff
  }
}
