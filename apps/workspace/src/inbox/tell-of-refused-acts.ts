import { onCleanup } from 'solid-js'
import { useLanguage } from '../app/create-language.ts'
import { useShowRefusal } from '../app/show-refusal.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { liveInboxOf } from '../live/live-inbox.ts'

/** Says why what one did could not be done, also when that was in a tab that is closed. */
export function tellOfRefusedActs() {
  const { t } = useLanguage()
  const { outbox } = liveInboxOf(useWorkspace())
  const showRefusal = useShowRefusal()
  onCleanup(
    outbox.acts.onRefused(({ act: { state, about: name }, error }) => {
      // Whoever is told no at once knows what they did.
      const isLate = state.is === 'waiting' && name !== ''
      showRefusal(error, isLate ? (why) => t('inbox.acts.late_refused', { name, why }) : undefined)
    }),
  )
}
