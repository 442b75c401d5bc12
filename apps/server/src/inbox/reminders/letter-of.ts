import type { Selectable } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { Reminder } from '@comptoir/db/schema'
import type { Letter } from '../../identity/installation-mail.ts'
import type { ConversationToChange } from '../conversations.ts'

/** What somebody reads in their mail when a reminder is due. */
export async function letterOf(
  tx: Tx,
  { workspaceId, id, clientName, subject }: ConversationToChange,
  { note }: Pick<Selectable<Reminder>, 'note'>,
  userId: string,
  publicUrl: string,
): Promise<Letter> {
  const [reader, { slug }] = await Promise.all([
    tx.selectFrom('appUser').select(['email', 'name', 'locale']).where('id', '=', userId).executeTakeFirstOrThrow(),
    tx.selectFrom('workspace').select('slug').where('workspaceId', '=', workspaceId).executeTakeFirstOrThrow(),
  ])
  const link = `${publicUrl}/w/${slug}/inbox/c/${id}`
  const values = { name: reader.name, client: clientName, subject, note, link }
  return { kind: 'reminder', to: reader.email, locale: reader.locale, values }
}
