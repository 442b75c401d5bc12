import { registerActions } from '../app/commands.ts'
import { useConversation } from './conversation-context.ts'

/** What can be done in the conversation that is open. */
export function registerConversationCommands() {
  const { composer, opened } = useConversation()
  const isMany = () => {
    const { all, reply } = opened().answers
    return all.to.length + all.cc.length > reply.to.length + reply.cc.length
  }
  registerActions({
    reply: () => composer.write('reply'),
    'reply-all': { run: () => composer.answer('all'), when: isMany },
    'reply-writer': { run: () => composer.answer('writer'), when: isMany },
    note: () => composer.write('note'),
  })
}
