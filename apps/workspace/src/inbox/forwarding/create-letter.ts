import { createEffect, createSignal, on, onMount } from 'solid-js'
import { unwrap } from 'solid-js/store'
import type { Recipients } from '@comptoir/contract/addressees'
import { mostBody } from '@comptoir/contract/composer'
import { maxMessageBytes } from '@comptoir/contract/documents'
import type { ForwardBegun } from '@comptoir/contract/forwarding'
import { makeId } from '@comptoir/rules/uuid'
import { createAct } from '../../app/create-act.ts'
import { useLanguage } from '../../app/create-language.ts'
import { keptOnDevice } from '../../app/kept-on-device.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { liveInboxOf } from '../../live/live-inbox.ts'
import { liveLettersOf } from '../../live/live-letters.ts'
import { sendCommand } from '../../live/send-command.ts'
import { createAddressLines } from '../composer/create-address-lines.ts'
import { createUploads, tooHeavy } from '../composer/create-uploads.ts'
import { createWaitingForFiles } from '../composer/create-waiting-for-files.ts'
import { isBlank } from '../composer/html-text.ts'
import { createUnsentLetter } from '../unsent/create-unsent-letter.ts'
import { blankLetter, wordsOfLetter, type LetterWriting } from '../unsent/letter-writing.ts'
import { formerNameOf, placeOf, type LetterWish } from './letter-wish.ts'

type State = { is: 'loading' } | { is: 'failed'; error: unknown } | { is: 'ready' }

/** A letter to somebody outside, from what it is about to its sending. */
export function createLetter(wish: LetterWish, parts: { onSent: () => void; onGone: () => void }) {
  const { t, format } = useLanguage()
  const workspace = useWorkspace()
  const { api, opened } = liveInboxOf(workspace)
  const { conversationId, about } = wish
  const [state, setState] = createSignal<State>({ is: 'loading' })
  const [originals, setOriginals] = createSignal<ForwardBegun['originals']>([])
  const [tried, setTried] = createSignal<'no' | 'yes'>('no')
  let asBegun = blankLetter()
  // The same letter, should it be sent again after a refusal.
  const messageId = makeId()
  const kept = createUnsentLetter({
    place: placeOf(wish),
    empty: () => structuredClone(asBegun),
    // What nobody wrote in is not worth keeping.
    isEmpty: (writing) => wordsOfLetter(writing) === wordsOfLetter(asBegun),
    onGone: parts.onGone,
  })
  const fields = kept.writing

  async function begin() {
    setState({ is: 'loading' })
    try {
      const [begun, { letters }] = await Promise.all([
        api.beginForward(conversationId, about),
        liveLettersOf(workspace).api.list(),
      ])
      setOriginals(about.is === 'answer' ? [] : begun.originals)
      const { subject, recipients, files } = begun
      asBegun = { ...blankLetter(), subject, recipients, files }
      const place = kept.place()
      kept.begin(letters.find((one) => one.about === place.about && one.aboutId === place.aboutId) ?? null)
      const given = former()
      if (given) kept.restore({ ...blankLetter(), ...given })
      setState({ is: 'ready' })
    } catch (error) {
      setState({ is: 'failed', error })
    }
  }

  /** What stood on this device when that was all there was of it. */
  function former(): LetterWriting | undefined {
    const place = keptOnDevice<LetterWriting>(`${workspace.me().userId} ${formerNameOf(wish)}`)
    const written = place.read()
    place.forget()
    return kept.isEmpty() ? written : undefined
  }

  onMount(() => void begin())
  // What another screen wrote stands in the lines too.
  createEffect(on(kept.edition, () => lines.clear(), { defer: true }))

  function change(part: Partial<LetterWriting>) {
    waiting.stop()
    act.forget()
    kept.change(part)
  }

  const uploads = createUploads({
    addressOf: api.uploadAddress,
    onReady: (file) => kept.change({ files: [...fields.files, file] }),
  })
  const lines = createAddressLines({
    chosen: () => fields.recipients,
    choose: (recipients: Recipients) => change({ recipients: { ...recipients } }),
    known: () =>
      opened
        .peek(conversationId)
        ?.items.flatMap((item) => (item.is === 'message' && item.party === 'outsider' ? item.addressees : [])) ?? [],
  })

  const act = createAct(async (leavesAt?: string) => {
    const { subject, recipients, bodyHtml, files } = unwrap(fields)
    const input = { messageId, about, subject: subject.trim(), bodyHtml, recipients, ...(leavesAt && { leavesAt }) }
    const fileIds = files.map((file) => file.id)
    await kept.sendBy(() => sendCommand((commandId) => api.forward(conversationId, { ...input, fileIds, commandId })))
    parts.onSent()
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
    kept,
    about,
    state,
    retry: () => void begin(),
    fields,
    set: <Name extends keyof LetterWriting>(name: Name, value: LetterWriting[Name]) => change({ [name]: value }),
    originals,
    edition: kept.edition,
    uploads,
    lines,
    isWaiting: waiting.is,
    busy: () => act.busy() || waiting.is(),
    /** What is wrong, once its writer has tried to send it. */
    problem: () => (tried() === 'yes' ? problem() : undefined),
    refusal: () => act.refusal() ?? Object.values(act.fields())[0],
    send,
  }
}
