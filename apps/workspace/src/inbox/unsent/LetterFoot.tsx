import { Show } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { useLanguage } from '../../app/create-language.ts'
import type { KeptLetter } from './create-unsent-letter.ts'
import './LetterFoot.css'

/** What became of what is written, and the way to throw it away. */
export function LetterFoot(props: { letter: KeptLetter; onDiscard: () => void }) {
  const { t } = useLanguage()
  return (
    <Show when={!props.letter.isEmpty()}>
      <span class="letter-state" role="status" data-state={props.letter.state()}>
        {t(`inbox.composer.draft.${props.letter.state()}`)}
      </span>
      <Button tone="ghost" onClick={() => props.onDiscard()}>
        {t('inbox.composer.draft.discard')}
      </Button>
    </Show>
  )
}
