import type { LetterPlace } from '@comptoir/contract/unsent-letters'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { useLanguage } from '../../app/create-language.ts'
import { useShowRefusal } from '../../app/show-refusal.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { liveLettersOf } from '../../live/live-letters.ts'
import { sendCommand } from '../../live/send-command.ts'
import { inputOfLetter, type LetterWriting } from './letter-writing.ts'

/** Throws a letter away, with the way back: it waits again where it waited. */
export function createThrowingAway() {
  const { t } = useLanguage()
  const { api } = liveLettersOf(useWorkspace())
  const showRefusal = useShowRefusal()
  return ({ place: { about, aboutId }, writing }: { place: LetterPlace; writing: LetterWriting }) => {
    const place = { about, aboutId }
    const gone = sendCommand(() => api.discard(place)).catch(showRefusal)
    const putBack = () =>
      void gone.then(() => sendCommand(() => api.save(place, inputOfLetter(writing, 0)))).catch(showRefusal)
    void showToast({
      text: t('inbox.composer.draft.discarded'),
      action: { label: t('common.undo'), onClick: putBack },
    })
  }
}
