import { useNavigate } from '@solidjs/router'
import { createEffect, createSignal } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import type { ClientFound } from '@comptoir/contract/clients'
import type { SignatureChoice } from '@comptoir/contract/signatures'
import { maxMessageBytes, type FileView } from '@comptoir/contract/documents'
import { mostBody, type BeginningTaken, type StartConversationInput } from '@comptoir/contract/composer'
import { gapsIn } from '@comptoir/rules/fill-template'
import { makeId } from '@comptoir/rules/uuid'
import { createAct } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { keptOnDevice } from '../app/kept-on-device.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { liveInboxOf } from '../live/live-inbox.ts'
import { createMailboxes } from '../messaging/create-mailboxes.ts'
import { sendCommand } from '../live/send-command.ts'
import type { TemplatePlace } from '../templates/template-place.ts'
import { createUploads, tooHeavy } from './composer/create-uploads.ts'
import { createWaitingForFiles } from './composer/create-waiting-for-files.ts'
import { isBlank } from './composer/html-text.ts'

/** To whom: somebody known, or somebody to be made. */
export type Recipient = { is: 'existing'; client: ClientFound } | { is: 'new'; name: string }

interface Fields {
  /** Left out: the default one. */
  mailboxId: string | undefined
  client: Recipient | undefined
  to: string
  subject: string
  bodyHtml: string
  files: FileView[]
  signature: SignatureChoice
}

export type NewConversationForm = ReturnType<typeof createNewConversation>

/** What is written before there is a conversation, and the sending of it. */
export function createNewConversation(onSent: () => void) {
  const { t, format } = useLanguage()
  const workspace = useWorkspace()
  const { api } = liveInboxOf(workspace)
  const mailboxes = createMailboxes()
  const navigate = useNavigate()
  const empty = (): Fields => ({
    mailboxId: undefined,
    client: undefined,
    to: '',
    subject: '',
    bodyHtml: '',
    files: [],
    signature: 'with',
  })
  const kept = keptOnDevice<Fields[]>(`beginning ${workspace.slug} ${workspace.me().userId}`)
  // What stood in the dialog when something was taken back into it comes after that.
  const [first = empty(), ...later] = kept.read() ?? []
  const [fields, setFields] = createStore<Fields>(first)
  const waitingFields = later
  createEffect(() => {
    const now = { ...fields, files: [...fields.files] }
    if (isUntouched(now) && waitingFields.length === 0) kept.forget()
    else kept.keep([unwrap(now), ...waitingFields])
  })
  const [tried, setTried] = createSignal<'no' | 'yes'>('no')
  const [edition, setEdition] = createSignal(0)
  const uploads = createUploads({
    addressOf: api.uploadAddress,
    onReady: (file) => setFields('files', (files) => [...files, file]),
  })
  // Made once, so that what is sent again after a refusal is still the same conversation.
  let ids = { conversationId: makeId(), messageId: makeId(), clientId: makeId() }

  const act = createAct(async () => {
    const { conversationId } = ids
    const input = inputOf(fields, ids)
    await sendCommand((commandId) => api.start({ ...input, commandId }))
    ids = { conversationId: makeId(), messageId: makeId(), clientId: makeId() }
    setFields(waitingFields.shift() ?? empty())
    setTried('no')
    setEdition((n) => n + 1)
    uploads.clear()
    onSent()
    navigate(`/w/${workspace.slug}/inbox/c/${conversationId}`)
  })

  const waiting = createWaitingForFiles(uploads, () => void send())

  async function send() {
    setTried('yes')
    if (Object.values(missing()).some((one) => one !== undefined)) return
    if (uploads.isSending()) waiting.begin()
    else await act.run()
  }

  function missing(): Partial<Record<'client' | 'to' | 'subject' | 'bodyHtml', string>> {
    return {
      client: fields.client ? undefined : t('inbox.start.client_missing'),
      to: fields.to.includes('@') ? undefined : t('inbox.start.email_missing'),
      subject: fields.subject.trim() ? undefined : t('inbox.start.subject_missing'),
      bodyHtml: bodyProblem(),
    }
  }

  function bodyProblem() {
    if (isBlank(fields.bodyHtml) && fields.files.length === 0 && !uploads.isSending())
      return t('inbox.start.body_missing')
    const gaps = gapsIn(fields.bodyHtml)
    if (gaps.length > 0) return t('inbox.composer.gaps', { names: gaps.join(', ') })
    if (uploads.isStuck()) return t('inbox.composer.file_stuck')
    if (fields.bodyHtml.length > mostBody) return t('invalid.too_long')
    const bytes = tooHeavy(fields.files)
    if (bytes === undefined) return undefined
    return t('inbox.composer.files_too_large', { size: format().bytes(bytes), limit: format().bytes(maxMessageBytes) })
  }

  const templates: TemplatePlace = {
    about() {
      const { client, to: email, subject } = fields
      if (!client) return { client: undefined, subject }
      const company = client.is === 'existing' ? client.client.company : ''
      const name = client.is === 'existing' ? client.client.name : client.name
      return { client: { name, company, email, phone: '' }, subject }
    },
    addFiles: (files) =>
      setFields('files', (held) => [...held, ...files.filter(({ id }) => !held.some((one) => one.id === id))]),
  }

  const errors = (): ReturnType<typeof missing> => (tried() === 'yes' ? { ...act.fields(), ...defined(missing()) } : {})

  return {
    fields,
    /** Changed: its writer is not done. */
    set<Name extends keyof Fields>(name: Name, value: Fields[Name]) {
      waiting.stop()
      setFields(name, () => value)
    },
    errors,
    uploads,
    templates,
    /** The mailbox it leaves by: the default one, unless another was chosen. */
    leavesBy: () => fields.mailboxId ?? mailboxes.fetched.value()?.mailboxes.find(({ isDefault }) => isDefault)?.id,
    edition,
    busy: () => act.busy() || waiting.is(),
    isWaiting: waiting.is,
    refusal: act.refusal,
    /** Opened or closed: what was refused before is no longer said, and what waited for its files stays unsent. */
    begin() {
      act.forget()
      waiting.stop()
    },
    choose(client: Recipient | undefined) {
      const to = client?.is === 'existing' ? (client.client.email ?? '') : client?.name.includes('@') ? client.name : ''
      setFields({ client: nameOf(client), to })
    },
    send,
    /** What was taken back stands in the dialog again, before whatever was begun there since. */
    restore({ client, mailboxId, to, subject, bodyHtml, files }: BeginningTaken) {
      const now = structuredClone(unwrap(fields))
      if (!isUntouched(now)) waitingFields.unshift(now)
      const mailbox = mailboxId ?? undefined
      setFields({ mailboxId: mailbox, client: { is: 'existing', client }, to, subject, bodyHtml, files })
      setTried('no')
      setEdition((n) => n + 1)
    },
  }
}

/** Whether nothing is lost with it. */
function isUntouched({ client, subject, bodyHtml, files }: Fields) {
  return client === undefined && subject.trim() === '' && isBlank(bodyHtml) && files.length === 0
}

function inputOf(
  fields: Fields,
  ids: { conversationId: string; messageId: string; clientId: string },
): Omit<StartConversationInput, 'commandId'> {
  const { mailboxId, client, subject, bodyHtml, files, signature } = fields
  const to = fields.to.trim().toLowerCase()
  const { conversationId, messageId, clientId } = ids
  return {
    conversationId,
    messageId,
    ...(mailboxId && { mailboxId }),
    client:
      client?.is === 'existing'
        ? { is: 'existing', clientId: client.client.id }
        : { is: 'new', id: clientId, ...blankClient, name: client?.name ?? '', emails: [to] },
    to,
    subject: subject.trim(),
    bodyHtml: isBlank(bodyHtml) ? '<p></p>' : bodyHtml,
    fileIds: files.map((file) => file.id),
    signature,
  }
}

const blankClient = { company: '', street: '', postalCode: '', town: '', country: '', note: '', phones: [] }

/** Who is known by an address only is called by it: `jean.dupont@…` is Jean Dupont until somebody knows better. */
function nameOf(client: Recipient | undefined): Recipient | undefined {
  if (client?.is !== 'new' || !client.name.includes('@')) return client
  const words = (client.name.split('@')[0] ?? '').split(/[._-]+/).filter(Boolean)
  return {
    is: 'new',
    name: words.map((word) => word.charAt(0).toLocaleUpperCase() + word.slice(1)).join(' ') || client.name,
  }
}

function defined<Key extends string>(values: Partial<Record<Key, string>>): Partial<Record<Key, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<
    Record<Key, string>
  >
}
