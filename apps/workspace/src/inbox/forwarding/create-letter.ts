import { createEffect, createSignal, onMount, untrack } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { mostBody } from '@comptoir/contract/composer'
import type { Recipients } from '@comptoir/contract/addressees'
import { maxMessageBytes, type FileView } from '@comptoir/contract/documents'
import type { ForwardBegun } from '@comptoir/contract/forwarding'
import { makeId } from '@comptoir/rules/uuid'
import { createAct } from '../../app/create-act.ts'
import { useLanguage } from '../../app/create-language.ts'
import { keptOnDevice } from '../../app/kept-on-device.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { sendCommand } from '../../live/send-command.ts'
import { createAddressLines } from '../composer/create-address-lines.ts'
import { createUploads, tooHeavy } from '../composer/create-uploads.ts'
import { createWaitingForFiles } from '../composer/create-waiting-for-files.ts'
import { isBlank } from '../composer/html-text.ts'
import { useInbox } from '../inbox-context.ts'
import { aboutOf, nameOf, type LetterWish } from './letter-wish.ts'

interface Fields {
  subject: string
  recipients: Recipients
  bodyHtml: string
  files: FileView[]
}

type State = { is: 'loading' } | { is: 'failed'; error: unknown } | { is: 'ready' }

/** A letter to somebody outside, from what it is about to its sending. What was written stays on this device until then. */
export function createLetter(wish: LetterWish, onSent: (messageId: string) => void) {
  const { t, format } = useLanguage()
  const inbox = useInbox()
  const { api } = inbox.live
  const { conversationId, about } = aboutOf(wish)
  const kept = keptOnDevice<Fields>(`${useWorkspace().me().userId} ${nameOf(wish)}`)
  const nobody: Recipients = { to: [], cc: [], bcc: [] }
  const [fields, setFields] = createStore<Fields>({ subject: '', recipients: nobody, bodyHtml: '', files: [] })
  const [state, setState] = createSignal<State>({ is: 'loading' })
  const [originals, setOriginals] = createSignal<ForwardBegun['originals']>([])
  const [edition, setEdition] = createSignal(0)
  const [tried, setTried] = createSignal<'no' | 'yes'>('no')
  let asBegun = ''
  // The same letter, should it be sent again after a refusal.
  const messageId = makeId()

  async function begin() {
    setState({ is: 'loading' })
    try {
      const begun = await api.beginForward(conversationId, about)
      setOriginals(about.is === 'answer' ? [] : begun.originals)
      const { subject, recipients, files } = begun
      asBegun = JSON.stringify({ subject, recipients, bodyHtml: '', files })
      setFields(written() ?? (JSON.parse(asBegun) as Fields))
      setEdition((n) => n + 1)
      setState({ is: 'ready' })
    } catch (error) {
      setState({ is: 'failed', error })
    }
  }

  function written(): Fields | undefined {
    if (wish.is === 'new') return kept.read()
    const { subject, recipients, bodyHtml, files } = wish.letter
    return { subject, recipients, bodyHtml, files }
  }

  onMount(() => void begin())
  createEffect(() => {
    const now = { ...fields, recipients: { ...fields.recipients }, files: [...fields.files] }
    if (untrack(state).is !== 'ready') return
    const { subject, recipients, bodyHtml, files } = unwrap(now)
    // What nobody wrote in is not worth keeping.
    if (JSON.stringify({ subject, recipients, bodyHtml, files }) === asBegun) kept.forget()
    else kept.keep({ subject, recipients, bodyHtml, files })
  })

  const uploads = createUploads({
    addressOf: api.uploadAddress,
    onReady: (file) => setFields('files', (files) => [...files, file]),
  })
  const lines = createAddressLines({
    chosen: () => fields.recipients,
    choose(recipients) {
      act.forget()
      setFields('recipients', structuredClone(unwrap(recipients)))
    },
    known: () =>
      inbox.live.opened
        .peek(conversationId)
        ?.items.flatMap((item) => (item.is === 'message' && item.party === 'outsider' ? item.addressees : [])) ?? [],
  })

  const act = createAct(async (leavesAt?: string) => {
    const { subject, recipients, bodyHtml, files } = unwrap(fields)
    const input = { messageId, about, subject: subject.trim(), bodyHtml, recipients, ...(leavesAt && { leavesAt }) }
    const fileIds = files.map((file) => file.id)
    await sendCommand((commandId) => api.forward(conversationId, { ...input, fileIds, commandId }))
    setState({ is: 'loading' })
    kept.forget()
    onSent(messageId)
  })
  const waiting = createWaitingForFiles(uploads, () => void send())

  async function send(leavesAt?: string) {
    setTried('yes')
    if (problem()) return
    if (uploads.isSending()) waiting.begin()
    else await act.run(leavesAt)
  }

  /** Why it cannot leave as it is. */
  function problem(): string | undefined {
    if (lines.isHalf()) return t('invalid.email')
    if (fields.recipients.to.length === 0) return t('errors.nobody_to')
    if (fields.subject.trim() === '') return t('inbox.start.subject_missing')
    if (about.is === 'answer' && isBlank(fields.bodyHtml) && fields.files.length === 0 && !uploads.isSending())
      return t('inbox.start.body_missing')
    if (uploads.isStuck()) return t('inbox.composer.file_stuck')
    if (fields.bodyHtml.length > mostBody) return t('invalid.too_long')
    const bytes = tooHeavy(fields.files)
    if (bytes === undefined) return undefined
    return t('inbox.composer.files_too_large', { size: format().bytes(bytes), limit: format().bytes(maxMessageBytes) })
  }

  return {
    about,
    state,
    retry: () => void begin(),
    fields,
    set<Name extends keyof Fields>(name: Name, value: Fields[Name]) {
      waiting.stop()
      act.forget()
      setFields(name, () => value)
    },
    originals,
    edition,
    uploads,
    lines,
    isWaiting: waiting.is,
    busy: () => act.busy() || waiting.is(),
    /** What is wrong, once its writer has tried to send it. */
    problem: () => (tried() === 'yes' ? problem() : undefined),
    refusal: () => act.refusal() ?? Object.values(act.fields())[0],
    send,
    /** Throws away what was written. */
    forget() {
      setState({ is: 'loading' })
      kept.forget()
    },
  }
}
