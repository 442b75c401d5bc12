import { useNavigate } from '@solidjs/router'
import { createSignal } from 'solid-js'
import type { FileView } from '@comptoir/contract/documents'
import { makeId } from '@comptoir/rules/uuid'
import type { LetterClient } from '@comptoir/contract/unsent-letters'
import { createAct } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { liveInboxOf } from '../live/live-inbox.ts'
import { liveLettersOf } from '../live/live-letters.ts'
import { sendCommand } from '../live/send-command.ts'
import { createMailboxes } from '../messaging/create-mailboxes.ts'
import type { TemplatePlace } from '../templates/template-place.ts'
import type { Beginning } from './beginning/beginning.ts'
import { chosenClient } from './beginning/chosen-client.ts'
import { inputOfBeginning } from './beginning/input-of-beginning.ts'
import { problemsOfBeginning, type Problems } from './beginning/problems-of-beginning.ts'
import { createUploads } from './composer/create-uploads.ts'
import { createWaitingForFiles } from './composer/create-waiting-for-files.ts'
import { createUnsentLetter } from './unsent/create-unsent-letter.ts'
import { blankLetter, saysNothing, type LetterWriting } from './unsent/letter-writing.ts'

export type NewConversationForm = ReturnType<typeof createNewConversation>

/** What is written before there is a conversation, and the sending of it. */
export function createNewConversation(beginning: Beginning, parts: { onSent: () => void; onGone: () => void }) {
  const language = useLanguage()
  const workspace = useWorkspace()
  const { api } = liveInboxOf(workspace)
  const mailboxes = createMailboxes()
  const navigate = useNavigate()
  const place = { about: 'beginning', aboutId: beginning.id } as const
  const letter = createUnsentLetter({
    place,
    empty: () => ({ ...blankLetter(), ...(beginning.to && chosenClient(existing(beginning.to))) }),
    isEmpty: saysNothing,
    onGone: parts.onGone,
  })
  const fields = letter.writing
  letter.begin(liveLettersOf(workspace).at(place) ?? null)
  const [tried, setTried] = createSignal<'no' | 'yes'>('no')
  const addFiles = (files: FileView[]) =>
    letter.change({ files: [...fields.files, ...files.filter(({ id }) => !fields.files.some((one) => one.id === id))] })
  const uploads = createUploads({ addressOf: api.uploadAddress, onReady: (file) => addFiles([file]) })
  // Made once, so that what is sent again after a refusal is still the same message.
  const made = { messageId: makeId(), clientId: makeId() }

  const act = createAct(async () => {
    const conversationId = letter.place().aboutId
    const input = inputOfBeginning(fields, { conversationId, ...made })
    await letter.sendBy(() => sendCommand((commandId) => api.start({ ...input, commandId })))
    parts.onSent()
    navigate(`/w/${workspace.slug}/inbox/c/${conversationId}`)
  })

  const waiting = createWaitingForFiles(uploads, () => void send())
  const problems = () => problemsOfBeginning(fields, uploads, language)

  async function send() {
    setTried('yes')
    if (Object.keys(problems()).length > 0) return
    if (uploads.isSending()) waiting.begin()
    else await act.run()
  }

  /** Changed: its writer is not done. */
  function change(part: Partial<LetterWriting>) {
    waiting.stop()
    letter.change(part)
  }

  const templates: TemplatePlace = {
    about() {
      const { client, address: email, subject } = fields
      if (!client) return { client: undefined, subject }
      const company = client.is === 'existing' ? client.client.company : ''
      const name = client.is === 'existing' ? client.client.name : client.name
      return { client: { name, company, email, phone: '' }, subject }
    },
    addFiles,
  }

  return {
    letter,
    fields,
    set: <Name extends keyof LetterWriting>(name: Name, value: LetterWriting[Name]) => change({ [name]: value }),
    choose: (client: LetterClient | null) => change(chosenClient(client)),
    errors: (): Problems => (tried() === 'yes' ? { ...act.fields(), ...problems() } : {}),
    uploads,
    templates,
    /** The mailbox it leaves by: the default one, unless another was chosen. */
    leavesBy: () => fields.mailboxId ?? mailboxes.fetched.value()?.mailboxes.find(({ isDefault }) => isDefault)?.id,
    edition: letter.edition,
    busy: () => act.busy() || waiting.is(),
    isWaiting: waiting.is,
    refusal: act.refusal,
    /** Opened or closed: what was refused before is no longer said, and what waited for its files stays unsent. */
    rest() {
      act.forget()
      waiting.stop()
      letter.left()
    },
    send,
  }
}

function existing(client: NonNullable<Beginning['to']>): LetterClient {
  return { is: 'existing', client }
}
