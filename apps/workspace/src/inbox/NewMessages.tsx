import { createSignal, onCleanup } from 'solid-js'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useInbox } from './inbox-context.ts'

// A mailbox that is being read brings many in a moment.
const gatherMs = 700
const mostLetters = 140

/** Reads aloud what comes in while one does something else, without interrupting; several at once are a number. */
export function NewMessages() {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const inbox = useInbox()
  const [said, setSaid] = createSignal('')
  let heard: string[] = []
  let timer = 0
  onCleanup(() => clearTimeout(timer))

  workspace.events.listen((event) => {
    const sentence = sentenceOf(event)
    if (!sentence) return
    heard.push(sentence)
    timer ||= window.setTimeout(say, gatherMs)
  })

  function sentenceOf(event: Parameters<Parameters<typeof workspace.events.listen>[0]>[0]) {
    if (event.name === 'inbox.message_received') {
      const { message, conversation } = event.data
      return t('keyboard.new_message', { name: conversation.clientName, text: shortened(message.text) })
    }
    // What colleagues say to each other is told to whoever reads that conversation.
    if (event.name !== 'inbox.note_added' || event.data.conversation.id !== inbox.selectedId()) return undefined
    if (event.actorId === workspace.me().userId) return undefined
    return t('keyboard.new_note', { name: event.data.note.authorName, text: shortened(event.data.note.text) })
  }

  function say() {
    timer = 0
    setSaid(heard.length === 1 ? heard[0]! : t('keyboard.new_messages', { n: heard.length }))
    heard = []
  }

  return (
    <div class="visually-hidden" aria-live="polite" data-new-messages>
      {said()}
    </div>
  )
}

function shortened(text: string) {
  return text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text
}
