import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import { unwrap } from 'solid-js/store'
import type { DraftView } from '@comptoir/contract/composer'
import { keptOnDevice } from '../../app/kept-on-device.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { useConversation } from '../conversation-context.ts'
import { useInbox } from '../inbox-context.ts'
import { createDraft } from './create-draft.ts'
import { createEditorFocus } from './create-editor-focus.ts'
import { createRecipients } from './create-recipients.ts'
import { createSending } from './create-sending.ts'
import { createTyping } from './create-typing.ts'
import { createUploads } from './create-uploads.ts'
import { isBlank } from './html-text.ts'
import { onLeaving } from './on-leaving.ts'
import { templatePlace } from './template-place.ts'
import type { Writing } from './writing.ts'

export type ComposerState = ReturnType<typeof createComposer>

/** What a composer knows and does, without what it looks like. */
export function createComposer() {
  const workspace = useWorkspace()
  const { live } = useInbox()
  const here = useConversation()
  const [isHeld, setHeld] = createSignal(false)
  const focus = createEditorFocus()
  const [toKeep, setToKeep] = createSignal<Pick<Writing, 'bodyHtml' | 'files'>>()

  const draft = createDraft({
    first: copyOf(here.opened().draft),
    lastSeq: () => here.opened().conversation.lastSeq,
    save: (writing, version) => live.api.saveDraft(here.id, writing, version),
    discard: () => live.api.discardDraft(here.id),
    // A window behind another keeps its caret, but nobody is in it.
    isHeld: () => isHeld() && document.hasFocus(),
    unsaved: keptOnDevice(`draft ${workspace.me().userId} ${here.id}`),
  })
  const uploads = createUploads({
    addressOf: live.api.uploadAddress,
    onReady: (file) => {
      draft.change({ files: [...draft.writing.files, file] })
      sending.weigh()
    },
  })
  const recipients = createRecipients(draft)
  const typing = createTyping(() => (draft.writing.kind === 'note' ? 'noting' : 'replying'), here.composer.setDoing)
  const sending = createSending({ draft, uploads, recipients, restore, onSent: typing.stop, onGap: focus.chooseGap })

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
  createEffect(
    on(
      () => workspace.connection().is === 'live',
      (isLive) => void (isLive && draft.flush()),
      { defer: true },
    ),
  )
  onLeaving(() => void draft.flush())
  onCleanup(() => {
    void draft.flush()
    draft.stop()
  })
  here.composer.lend({ write: begin, answer, restore, give, attach: (files) => uploads.add(files) })

  function begin(kind: Writing['kind']) {
    if (draft.writing.kind !== kind) draft.change({ kind })
    focus.ask()
  }

  function answer(whom: 'all' | 'writer') {
    begin('reply')
    if (whom === 'all') recipients.toAll()
    else recipients.toWriter()
  }

  function restore({ kind, bodyHtml, files, recipients, signature, baseSeq }: Writing) {
    const before = isBlank(draft.writing.bodyHtml) ? '' : draft.writing.bodyHtml
    draft.restore({
      kind,
      bodyHtml: before + bodyHtml,
      files: [...draft.writing.files, ...files],
      recipients: draft.writing.recipients ?? recipients,
      signature,
      baseSeq,
    })
    focus.ask()
  }

  function keep() {
    const { bodyHtml, files } = draft.writing
    setToKeep({ bodyHtml, files: [...files] })
  }

  function give(given: DraftView) {
    draft.given(given)
    focus.ask()
  }

  /** A file on its way is something to send. */
  function isEmpty() {
    return draft.isEmpty() && !(draft.writing.kind === 'reply' && uploads.isSending())
  }

  function send(conflict?: 'anyway') {
    if (isEmpty()) focus.ask()
    else void sending.send(conflict)
  }

  return {
    draft,
    uploads,
    recipients,
    unseen: sending.unseen,
    problem: sending.problem,
    isWaiting: sending.isWaiting,
    isEmpty,
    lend: focus.lend,
    slash: focus.slash,
    templates: templatePlace(here, draft, keep),
    /** The text its writer wants to keep, to be written again. */
    toKeep,
    kept: () => setToKeep(undefined),
    begin,
    send,
    /** Sends it, to leave at this time. */
    sendLater(leavesAt: string) {
      if (isEmpty()) focus.ask()
      else void sending.send(undefined, leavesAt)
    },
    write(bodyHtml: string) {
      if (bodyHtml === draft.writing.bodyHtml) return
      draft.change({ bodyHtml })
      sending.changed()
      if (isBlank(bodyHtml)) typing.stop()
      else typing.start()
    },
    /** Throws away what is written; answers how to get it back. */
    discard() {
      const before = { ...draft.writing, files: [...draft.writing.files] }
      draft.restore({ ...before, bodyHtml: '', files: [], recipients: null })
      typing.stop()
      return () => restore(before)
    },
    reread() {
      sending.reread()
      focus.ask()
    },
    entered: () => setHeld(true),
    left() {
      setHeld(false)
      typing.stop()
      void draft.flush().then(draft.released)
    },
  }
}

/** A store's own objects change under the hand. */
function copyOf<Value>(value: Value): Value {
  return structuredClone(unwrap(value))
}
