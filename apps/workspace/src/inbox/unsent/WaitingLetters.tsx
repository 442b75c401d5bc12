import FilePen from 'lucide-solid/icons/file-pen'
import Trash from 'lucide-solid/icons/trash'
import { createUniqueId, For, Show } from 'solid-js'
import { unwrap } from 'solid-js/store'
import type { LetterPlace } from '@comptoir/contract/unsent-letters'
import { IconButton } from '@comptoir/ui/IconButton'
import { useLanguage } from '../../app/create-language.ts'
import { useOverlays } from '../../app/create-overlays.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { liveLettersOf, type WaitingLetter } from '../../live/live-letters.ts'
import { createThrowingAway } from './create-throwing-away.ts'
import { whomOf, writingOfLetter } from './letter-writing.ts'
import './WaitingLetters.css'

/** The conversations that were begun and wait, to be written on or thrown away. */
export function WaitingLetters(props: { but: LetterPlace }) {
  const { t } = useLanguage()
  const title = createUniqueId()
  const letters = liveLettersOf(useWorkspace())
  const waiting = () =>
    letters.waiting().filter((one) => one.about === 'beginning' && one.aboutId !== props.but.aboutId)
  return (
    <Show when={waiting().length > 0}>
      <section class="waiting-letters" aria-labelledby={title}>
        <h3 id={title}>{t('inbox.composer.draft.resume')}</h3>
        <ul>
          <For each={waiting()}>{(letter) => <Row letter={letter} />}</For>
        </ul>
      </section>
    </Show>
  )
}

function Row(props: { letter: WaitingLetter }) {
  const { t, format } = useLanguage()
  const overlays = useOverlays()
  const letters = liveLettersOf(useWorkspace())
  const throwAway = createThrowingAway()
  const subject = () => props.letter.subject || t('inbox.list.no_subject')
  const detail = () =>
    [whomOf(props.letter), props.letter.updatedAt && format().when(props.letter.updatedAt)].filter(Boolean).join(' · ')
  const discard = () => {
    const letter = structuredClone(unwrap(props.letter))
    letters.left.forget(letter)
    throwAway({ place: letter, writing: writingOfLetter(letter) })
  }
  return (
    <li class="waiting-letter">
      <button type="button" class="waiting-letter-open" onClick={() => overlays.writeOn(props.letter.aboutId)}>
        <FilePen aria-hidden="true" />
        <span class="waiting-letter-words">
          <span class="truncate">{subject()}</span>
          <span class="waiting-letter-detail truncate">{detail()}</span>
        </span>
      </button>
      <IconButton size="sm" label={t('inbox.composer.draft.throw_away', { subject: subject() })} onClick={discard}>
        <Trash />
      </IconButton>
    </li>
  )
}
