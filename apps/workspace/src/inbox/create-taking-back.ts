import { useShowRefusal } from '../app/show-refusal.ts'
import { sendCommand } from '../live/send-command.ts'
import { useConversation } from './conversation-context.ts'
import { useInbox } from './inbox-context.ts'

/** Takes a message that has not left back into the composer, as it was. */
export function createTakingBack() {
  const { live } = useInbox()
  const { composer } = useConversation()
  const showRefusal = useShowRefusal()
  return async (messageId: string) => {
    try {
      const { draft } = await sendCommand((commandId) => live.api.takeBack(messageId, commandId))
      composer.give(draft)
    } catch (error) {
      showRefusal(error)
    }
  }
}
