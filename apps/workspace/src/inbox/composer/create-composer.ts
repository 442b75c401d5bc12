import { batch, createEffect, createSignal, on, onCleanup, onMount } from 'solid-js'
import { unwrap } from 'solid-js/store'
import type { NoteItem, MessageItem } from '@comptoir/contract/inbox'
import { Refused } from '@comptoir/wire/ask'
import { useLanguage } from '../../app/create-language.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { useConversation } from '../conversation-context.ts'
import { useInbox } from '../inbox-context.ts'
import { createDraft, type Writing } from './create-draft.ts'
import { createTyping } from './create-typing.ts'
import { createUploads, tooHeavy } from './create-uploads.ts'
import { htmlToText, isBlank } from './html-text.ts'

export type Said = MessageItem | NoteItem

export type ComposerState = ReturnType<typeof createComposer>

/** What a composer knows and does, without what it looks like. */
export function createComposer() {
  const { t, format } = useLanguage()
  const workspace = useWorkspace()
  const { live } = useInbox()
  const here = useConversation()
  const [isHeld, setHeld] = createSignal(false)
  const [unseen, setUnseen] = createSignal<readonly Said[]>([])
  const [problem, setProblem] = createSignal<string>()
  const lastSeq = () => here.opened().conversation.lastSeq
  let isThere = true
  let focusEditor: (() => void) | undefined
  let focus: 'rest' | 'wanted' = 'rest'

  const draft = createDraft({
    first: copyOf(here.opened().draft),
    lastSeq,
    save: (writing, version) => live.api.saveDraft(here.id, writing, version),
    discard: () => live.api.discardDraft(here.id),
    isHeld,
  })
  const uploads = createUploads({
    addressOf: live.api.uploadAddress,
    onReady: (file) => {
      draft.change({ files: [...draft.writing.files, file] })
      setProblem(heavyProblem())
    },
  })
  const typing = createTyping(() => (draft.writing.kind === 'note' ? 'noting' : 'replying'), here.composer.setDoing)

  // What the server keeps, as this screen and the person's others change it.
  createEffect(
    on(
      () => here.opened().draft?.version ?? 0,
      (version, before) => {
        const kept = copyOf(here.opened().draft)
        if (kept) draft.heard(kept)
        else draft.gone(before ?? version)
      },
      { defer: true },
    ),
  )
  createEffect(on(() => workspace.connection().is === 'live', (isLive) => isLive && void draft.flush(), { defer: true }))
  onMount(() => {
    const leave = () => document.visibilityState === 'hidden' && void draft.flush()
    document.addEventListener('visibilitychange', leave)
    addEventListener('pagehide', leave)
    onCleanup(() => {
      document.removeEventListener('visibilitychange', leave)
      removeEventListener('pagehide', leave)
    })
  })
  onCleanup(() => {
    isThere = false
    void draft.flush()
    draft.stop()
  })
  here.composer.lend({ write: begin, restore, attach: (files) => uploads.add(files) })

  function askFocus() {
    focus = 'wanted'
    // The editor may only come with what is being changed.
    queueMicrotask(serveFocus)
  }

  function serveFocus() {
    if (focus === 'rest' || !focusEditor) return
    focus = 'rest'
    focusEditor()
  }

  function begin(kind: Writing['kind']) {
    if (draft.writing.kind !== kind) draft.change({ kind })
    askFocus()
  }

  function restore(writing: Writing) {
    const { kind, bodyHtml, files, baseSeq } = writing
    const before = isBlank(draft.writing.bodyHtml) ? '' : draft.writing.bodyHtml
    draft.restore({ kind, bodyHtml: before + bodyHtml, files: [...draft.writing.files, ...files], baseSeq })
    askFocus()
  }

  function heavyProblem() {
    const bytes = draft.writing.kind === 'reply' ? tooHeavy(draft.writing.files) : undefined
    if (bytes === undefined) return undefined
    return t('inbox.composer.files_too_large', { size: format().bytes(bytes), limit: format().bytes(25 * 2 ** 20) })
  }

  /** Why it cannot leave as it is. */
  function obstacle() {
    if (draft.writing.kind === 'note') return undefined
    if (uploads.isSending() || uploads.isStuck()) return t('inbox.composer.files_on_the_way')
    if (!here.opened().recipient) return t('inbox.composer.no_recipient')
    return heavyProblem()
  }

  async function send(conflict: 'refuse' | 'anyway' = unseen().length > 0 ? 'anyway' : 'refuse') {
    const { kind, bodyHtml, baseSeq } = draft.writing
    const files = kind === 'reply' ? [...draft.writing.files] : []
    const rest = kind === 'note' ? [...draft.writing.files] : []
    if (isBlank(bodyHtml) && files.length === 0) return askFocus()
    const why = obstacle()
    setProblem(why)
    if (why) return
    // A message of files alone still needs a body.
    const said = isBlank(bodyHtml) ? '<p></p>' : bodyHtml
    const { id, sent } = live.outbox.send(
      { conversationId: here.id, kind, bodyHtml: said, text: htmlToText(said).trim(), files, baseSeq },
      conflict,
    )
    batch(() => {
      draft.clear()
      uploads.clear()
      setUnseen([])
    })
    typing.stop()
    if (rest.length > 0) draft.change({ files: rest })
    try {
      await sent
      if (isThere) draft.forget()
    } catch (error) {
      const news = unseenIn(error)
      // Elsewhere by now, or something else is being written: it waits in the timeline.
      if (!news || !isThere || !draft.isEmpty()) return
      const taken = live.outbox.takeBack(id)
      if (!taken) return
      restore(taken)
      setUnseen(news)
    }
  }

  return {
    draft,
    uploads,
    unseen,
    problem,
    lendFocus(give: () => void) {
      focusEditor = give
      serveFocus()
    },
    setHeld,
    begin,
    send: (conflict?: 'anyway') => void send(conflict),
    write(bodyHtml: string) {
      if (bodyHtml === draft.writing.bodyHtml) return
      draft.change({ bodyHtml })
      setProblem(undefined)
      if (isBlank(bodyHtml)) typing.stop()
      else typing.start()
    },
    /** What came meanwhile was seen: the next sending counts it as read. */
    reread() {
      setUnseen([])
      draft.reread()
      askFocus()
    },
    onKey(event: KeyboardEvent) {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
        event.preventDefault()
        void send()
      } else if (event.key === 'Escape') {
        // Leaves the text, not the conversation.
        event.preventDefault()
        if (event.target instanceof HTMLElement) event.target.blur()
      }
    },
    onPaste(event: ClipboardEvent) {
      const files = [...(event.clipboardData?.files ?? [])]
      // A word processor puts a picture of its text beside the text.
      if (files.length === 0 || event.clipboardData?.types.includes('text/html')) return
      event.preventDefault()
      event.stopPropagation()
      uploads.add(files)
    },
    onFocusOut(event: FocusEvent & { currentTarget: HTMLElement }) {
      if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return
      setHeld(false)
      typing.stop()
      void draft.flush().then(() => draft.released())
    },
  }
}

/** A store's own objects change under the hand. */
function copyOf<Value>(value: Value): Value {
  return structuredClone(unwrap(value))
}

function unseenIn(error: unknown): Said[] | undefined {
  if (!(error instanceof Refused) || error.code !== 'conflict') return undefined
  const { unseen } = error.body.details ?? {}
  return Array.isArray(unseen) ? (unseen as Said[]) : undefined
}
