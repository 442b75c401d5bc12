import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { About } from '@comptoir/contract/forwarding'
import type { Addressee } from '@comptoir/contract/addressees'
import type { Attachment } from '@comptoir/contract/timeline'
import type { Staff } from '../../identity/actor.ts'
import { Refusal } from '../../refusal.ts'
import { messagesOf } from '../messages.ts'
import { messagesToShow } from '../message-view.ts'

/** A message as it is passed on. */
export interface Original {
  id: string
  direction: 'in' | 'out'
  authorName: string
  subject: string
  bodyText: string
  bodyHtml: string | null
  quotedText: string
  at: string
  addressees: Addressee[]
  attachments: Attachment[]
  /** The address of ours it left from. */
  ownAddress: string | null
}

const mostOriginals = 100

/** What a letter to somebody outside is about, oldest first: one message, or all that was said with the client. */
export async function originalsOf(tx: Tx, staff: Staff, conversationId: string, about: About): Promise<Original[]> {
  const seen = await messagesOf(tx, staff)
    .where('conversation.id', '=', conversationId)
    .$if(about.is !== 'conversation', (query) =>
      query.where('message.id', '=', about.is === 'conversation' ? null : about.messageId),
    )
    .$if(about.is === 'answer', (query) =>
      query.where('message.party', '=', 'outsider').where('message.direction', '=', 'in'),
    )
    .$if(about.is === 'conversation', (query) =>
      query
        .where('message.party', '=', 'client')
        // What waits may still be taken back.
        .where((eb) => eb.or([eb('message.leavesAt', 'is', null), eb('message.leavesAt', '<=', sql<string>`now()`)])),
    )
    .select('message.id')
    .orderBy('message.seq', 'desc')
    .limit(mostOriginals)
    .execute()
  if (seen.length === 0) throw new Refusal('not_found', 'errors.message_missing')
  return messagesToShow(tx, staff.workspaceId)
    .where(
      'message.id',
      'in',
      seen.map(({ id }) => id),
    )
    .select(
      sql<string | null>`(
        select b.address from mailbox b
        where b.workspace_id = message.workspace_id and b.id = message.mailbox_id)`.as('ownAddress'),
    )
    .orderBy('message.seq')
    .execute()
}

/** The files of originals, each once. */
export function filesOfOriginals(originals: Original[]): Attachment[] {
  const byId = new Map(originals.flatMap(({ attachments }) => attachments.map((file) => [file.id, file] as const)))
  return [...byId.values()]
}
