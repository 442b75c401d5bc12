import { unwrap } from 'solid-js/store'
import { batch, createSignal, onCleanup } from 'solid-js'
import { mostBody } from '@comptoir/contract/composer'
import type { MessageItem, NoteItem } from '@comptoir/contract/timeline'
import { maxMessageBytes } from '@comptoir/contract/documents'
import { gapsIn } from '@comptoir/rules/fill-template'
import { Refused } from '@comptoir/wire/ask'
import { useLanguage } from '../../app/create-language.ts'
import { useConversation } from '../conversation-context.ts'
import { useInbox } from '../inbox-context.ts'
import type { Draft } from './create-draft.ts'
import { tooHeavy, type Uploads } from './create-uploads.ts'
import { createWaitingForFiles } from './create-waiting-for-files.ts'
import type { RecipientsState } from './create-recipients.ts'
import { isBlank } from './html-text.ts'
import { noteOf } from './note-text.ts'
import type { Writing } from './writing.ts'

export type Said = MessageItem | NoteItem

/** Sends what is written. Refused because something newer is there, it comes back with what that says. */
export function createSending(parts: {
  draft: Draft
  uploads: Uploads
  recipients: RecipientsState
  restore: (writing: Writing) => void
  onSent: () => void
  /** Something is still to be filled in. */
  onGap: () => void
}) {
  const { draft, uploads } = parts
  const { t, format } = useLanguage()
  const { live } = useInbox()
  const here = useConversation()
  const [unseen, setUnseen] = createSignal<readonly Said[]>([])
  const [problem, setProblem] = createSignal<string>()
  const waiting = createWaitingForFiles(uploads, () => void (draft.isEmpty() || send()))
  let isThere = true
  onCleanup(() => (isThere = false))

  /** Why it cannot leave as it is. */
  function obstacle() {
    const gaps = gapsIn(draft.writing.bodyHtml)
    if (gaps.length > 0) return t('inbox.composer.gaps', { names: gaps.join(', ') })
    if (draft.writing.kind === 'note') return undefined
    if (parts.recipients.isHalf()) return t('invalid.email')
    if (uploads.isStuck()) return t('inbox.composer.file_stuck')
    if (draft.writing.bodyHtml.length > mostBody) return t('invalid.too_long')
    return parts.recipients.chosen().to.length > 0 ? heavyProblem() : t(noRecipient())
  }

  function noRecipient() {
    return draft.writing.recipients ? 'errors.nobody_to' : 'inbox.composer.no_recipient'
  }

  function heavyProblem() {
    const bytes = draft.writing.kind === 'reply' ? tooHeavy(draft.writing.files) : undefined
    if (bytes === undefined) return undefined
    return t('inbox.composer.files_too_large', { size: format().bytes(bytes), limit: format().bytes(maxMessageBytes) })
  }

  /** Hands it over: from here on it is in the timeline. */
  function post(conflict: 'refuse' | 'anyway', leavesAt?: string) {
    const { kind, baseSeq, files, signature } = draft.writing
    // As they are shown: whoever comes in meanwhile is not written to unseen.
    const recipients = structuredClone(unwrap(parts.recipients.chosen()))
    // A message of files alone still needs a body.
    const bodyHtml = isBlank(draft.writing.bodyHtml) ? '<p></p>' : draft.writing.bodyHtml
    const { text, mentions } = noteOf(bodyHtml)
    // Files leave with a reply; a note leaves them where they are.
    const [leaving, staying] = kind === 'reply' ? [[...files], []] : [[], [...files]]
    const posted = live.outbox.send(
      {
        conversationId: here.id,
        kind,
        bodyHtml,
        text,
        mentions,
        files: leaving,
        recipients,
        signature,
        leavesAt,
        baseSeq,
      },
      conflict,
    )
    batch(() => {
      draft.clear()
      uploads.clear()
      setUnseen([])
      if (staying.length > 0) draft.change({ files: staying })
    })
    return posted
  }

  async function send(conflict: 'refuse' | 'anyway' = unseen().length > 0 ? 'anyway' : 'refuse', leavesAt?: string) {
    const why = obstacle()
    setProblem(why)
    if (gapsIn(draft.writing.bodyHtml).length > 0) parts.onGap()
    if (why) return
    if (draft.writing.kind === 'reply' && uploads.isSending()) return void waiting.begin()
    const { id, sent } = post(conflict, leavesAt)
    parts.onSent()
    try {
      await sent
      if (isThere) draft.forget()
    } catch (error) {
      const news = unseenIn(error)
      // Elsewhere by now, or something else is being written: it waits in the timeline.
      const taken = news && isThere && draft.isEmpty() ? live.outbox.takeBack(id) : undefined
      if (!news || !taken) return
      parts.restore(taken)
      setUnseen(news)
    }
  }

  return {
    /** What others said that its writer has not seen. */
    unseen,
    problem,
    isWaiting: waiting.is,
    send,
    /** It changed: what was wrong with it may be right now, and its writer is not done. */
    changed() {
      waiting.stop()
      setProblem(undefined)
    },
    weigh: () => setProblem(heavyProblem()),
    /** What came meanwhile was seen: the next sending counts it as read. */
    reread() {
      setUnseen([])
      draft.reread()
    },
  }
}

function unseenIn(error: unknown): Said[] | undefined {
  if (!(error instanceof Refused) || error.code !== 'conflict') return undefined
  const { unseen } = error.body.details ?? {}
  return Array.isArray(unseen) ? (unseen as Said[]) : undefined
}
