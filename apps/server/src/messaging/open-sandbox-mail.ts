import { readWorkspace, type Tx } from '@comptoir/db/db'
import type { SandboxMailOpened } from '@comptoir/contract/messaging'
import type { Staff } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'
import type { Server } from '../server.ts'
import { replyAddressOf } from './open-outgoing.ts'
import { sandboxMails, sandboxMailView } from './sandbox-mails.ts'

type Parts = Pick<Server, 'db' | 'config' | 'secretKey'>

/** One mail as the client has it open. */
export async function openSandboxMail(parts: Parts, staff: Staff, deliveryId: string): Promise<SandboxMailOpened> {
  const row = await readWorkspace(parts.db, staff.workspaceId, (tx) => sandboxMail(tx, staff, deliveryId))
  const replyTo = replyAddressOf(row.address, row.conversationId, parts.config, parts.secretKey) ?? row.address
  return { ...sandboxMailView(row), replyTo, text: row.bodyText }
}

/** Its HTML as a page that can do nothing: no script, no form, nothing loaded from elsewhere. */
export async function sandboxMailPage({ db }: Parts, staff: Staff, deliveryId: string): Promise<string> {
  const { bodyHtml, bodyText } = await readWorkspace(db, staff.workspaceId, (tx) => sandboxMail(tx, staff, deliveryId))
  const body = bodyHtml ?? `<pre>${escaped(bodyText)}</pre>`
  return `<!doctype html><html><head><meta charset="utf-8"><style>${style}</style></head><body>${body}</body></html>`
}

export const sandboxPagePolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"

export async function sandboxMail(tx: Tx, staff: Staff, deliveryId: string) {
  const row = await sandboxMails(tx, staff.workspaceId).where('d.id', '=', deliveryId).executeTakeFirst()
  if (!row) throw new Refusal('not_found', 'errors.sandbox_mail_missing')
  return row
}

/** A mail program of a client knows nothing of our look. */
const style =
  'body{margin:16px;font:15px/1.5 system-ui,sans-serif;color:#1f2328;background:#fff;overflow-wrap:anywhere}p{margin:0 0 1em}pre{font:inherit;white-space:pre-wrap}'

function escaped(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
