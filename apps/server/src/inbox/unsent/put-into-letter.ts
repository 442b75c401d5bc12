import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Recipients } from '@comptoir/contract/addressees'
import type { LetterPlace } from '@comptoir/contract/unsent-letters'
import type { Staff } from '../../identity/actor.ts'
import type { Fact } from '../../realtime/record-events.ts'
import { userRoom } from '../../realtime/rooms.ts'
import { letterOf } from './letters.ts'

export interface TakenLetter {
  /** Of a beginning: to whom and from where. */
  clientId: string | null
  mailboxId: string | null
  subject: string
  bodyHtml: string | null
  fileIds: string[]
  recipients: Recipients
  /** What it ended with; null: nothing. */
  signatureHtml: string | null
}

/** Gives back what was written in a dialog, behind what its writer has begun about the same since. */
export async function putIntoLetter(tx: Tx, staff: Staff, place: LetterPlace, taken: TakenLetter): Promise<Fact[]> {
  const { clientId, mailboxId, subject, bodyHtml, fileIds, recipients, signatureHtml } = taken
  const isBeginning = place.about === 'beginning'
  await sql`
    insert into unsent_letter as l (workspace_id, user_id, about, about_id, client_id, mailbox_id, address, recipients,
                                    subject, body_html, file_ids, signature)
    values (${staff.workspaceId}, ${staff.userId}, ${place.about}, ${place.aboutId}, ${clientId}, ${mailboxId},
            ${isBeginning ? (recipients.to[0]?.address ?? '') : ''},
            ${isBeginning ? null : JSON.stringify(recipients)}::jsonb, ${subject}, ${bodyHtml ?? ''},
            ${fileIds}::uuid[], ${signatureHtml === null && isBeginning ? 'without' : 'with'})
    on conflict (workspace_id, user_id, about, about_id) do update
    set body_html = l.body_html || excluded.body_html, file_ids = l.file_ids || excluded.file_ids,
        version = l.version + 1, updated_at = now()`.execute(tx)
  const letter = await letterOf(tx, staff, place)
  return letter ? [{ name: 'inbox.letter_saved', rooms: [userRoom(staff.userId)], data: { letter } }] : []
}
