import type { FileView } from '@comptoir/contract/documents'
import type { About, LetterTaken } from '@comptoir/contract/forwarding'
import type { Tx } from '@comptoir/db/db'
import type { MessageToLeave } from '../message-to-leave.ts'

/** What was written to somebody outside, for the dialog where it was. */
export async function letterTaken(
  tx: Tx,
  workspaceId: string,
  { conversationId, aboutId, subject, bodyHtml, recipients, files }: MessageToLeave & { files: FileView[] },
): Promise<LetterTaken> {
  const about = await aboutOf(tx, workspaceId, aboutId)
  return { conversationId, about, subject, bodyHtml: bodyHtml ?? '', recipients, files }
}

async function aboutOf(tx: Tx, workspaceId: string, messageId: string | null): Promise<About> {
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
