import type { About } from '@comptoir/contract/forwarding'
import type { Tx } from '@comptoir/db/db'

/** What something written to somebody outside is about: a message of the client, what was answered, or all of it. */
export async function aboutOfLetter(tx: Tx, workspaceId: string, messageId: string | null): Promise<About> {
  if (messageId === null) return { is: 'conversation' }
  const about = await tx
    .selectFrom('message')
    .select(['party', 'direction'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', messageId)
    .executeTakeFirst()
  const isAnswer = about?.party === 'outsider' && about.direction === 'in'
  return { is: isAnswer ? 'answer' : 'message', messageId }
}
