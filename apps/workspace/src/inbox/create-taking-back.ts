import type { DraftView } from '@comptoir/contract/composer'
import { useShowRefusal } from '../app/show-refusal.ts'
import { sendCommand } from '../live/send-command.ts'
import { useInbox } from './inbox-context.ts'

/**
 * Takes a message that has not left back to where it was written, as it was: `give` has the draft of a reply; a letter
 * to somebody outside and the beginning of a conversation are in their dialogs again.
 */
export function createTakingBack(give: (draft: DraftView) => void) {
  const inbox = useInbox()
  const showRefusal = useShowRefusal()
  return async (messageId: string) => {
    try {
      const taken = await sendCommand((commandId) => inbox.live.api.takeBack(messageId, commandId))
      if (taken.is === 'draft') give(taken.draft)
      else if (taken.is === 'letter') inbox.writeLetter(taken)
      else inbox.startAgain(taken)
    } catch (error) {
      showRefusal(error)
    }
  }
}
