import { serverNow } from '@comptoir/wire/server-clock'
import { registerActions } from '../app/commands.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useConversation } from './conversation-context.ts'
import { createTakingBack } from './create-taking-back.ts'
import { useInbox } from './inbox-context.ts'
import { usePrint } from './use-print.ts'

/** What can be done in the conversation that is open. */
export function registerConversationCommands() {
  const { composer, id, opened } = useConversation()
  const inbox = useInbox()
  const workspace = useWorkspace()
  const takeBack = createTakingBack(composer.give)
  const print = usePrint()
  /** What one has just sent here, on whatever screen. */
  const lastSent = () =>
    opened().items.findLast(
      (item) =>
        item.is === 'message' &&
        item.userId === workspace.me().userId &&
        item.leaving?.is === 'soon' &&
        Date.parse(item.leaving.at) > serverNow(),
    )
  const isMany = () => {
    const { all, reply } = opened().answers
    return all.to.length + all.cc.length > reply.to.length + reply.cc.length
  }
  registerActions({
    reply: () => composer.write('reply'),
    'reply-all': { run: () => composer.answer('all'), when: isMany },
    'reply-writer': { run: () => composer.answer('writer'), when: isMany },
    note: () => composer.write('note'),
    'undo-send': { run: () => void takeBack(lastSent()!.id), when: () => lastSent() !== undefined },
    forward: () => inbox.writeLetter({ conversationId: id, about: { is: 'conversation' } }),
    print: () => void print({ inside: 'hidden' }),
  })
}
