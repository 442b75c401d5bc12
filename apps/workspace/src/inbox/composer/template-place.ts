import type { TemplatePlace } from '../../templates/template-place.ts'
import type { useConversation } from '../conversation-context.ts'
import type { Draft } from './create-draft.ts'

/** What kept texts need to know where one answers in a conversation. */
export function templatePlace(here: ReturnType<typeof useConversation>, draft: Draft, keep: () => void): TemplatePlace {
  return {
    about() {
      const { client, conversation, recipient } = here.opened()
      const { name, company, emails, phones } = client
      const [phone] = phones
      return {
        client: { name, company, email: recipient ?? emails[0]?.value ?? '', phone: phone?.value ?? '' },
        subject: conversation.subject,
      }
    },
    addFiles(files) {
      // A note takes none along.
      if (draft.writing.kind === 'note') return
      const held = draft.writing.files
      draft.change({ files: [...held, ...files.filter(({ id }) => !held.some((one) => one.id === id))] })
    },
    keep,
  }
}
