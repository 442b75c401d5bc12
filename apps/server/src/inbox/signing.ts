import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { SignatureChoice } from '@comptoir/contract/signatures'
import { signatureOf } from '@comptoir/rules/signature-of'
import type { Staff } from '../identity/actor.ts'
import type { MailboxOfConversation } from './mailbox-of-conversation.ts'

/** What a signature is made of, besides who writes. */
export interface SigningParts {
  own: string
  business: { name: string; phone: string }
}

/** As a part of a question that is asked anyway. */
export const signingOf = (workspaceId: string, userId: string) => sql<SigningParts>`(
  select jsonb_build_object('own', m.signature_html, 'business', jsonb_build_object('name', w.name, 'phone', w.phone))
  from workspace w
  join membership m on m.workspace_id = w.workspace_id and m.user_id = ${userId}
  where w.workspace_id = ${workspaceId})`

export async function signingParts(tx: Tx, { workspaceId, userId }: Staff): Promise<SigningParts> {
  const { rows } = await sql<{ signing: SigningParts }>`
    select ${signingOf(workspaceId, userId)} as signing`.execute(tx)
  return rows[0]!.signing
}

/** What a mail of theirs that leaves by this mailbox ends with; null: nothing. */
export function signatureFor(
  { name, email }: Staff,
  { own, business }: SigningParts,
  { ownerId, signatureHtml }: Pick<MailboxOfConversation, 'ownerId' | 'signatureHtml'>,
  choice: SignatureChoice,
): string | null {
  const prescribed = ownerId === null ? signatureHtml : ''
  return signatureOf({ prescribed, own, choice, sender: { name, email }, business })
}
