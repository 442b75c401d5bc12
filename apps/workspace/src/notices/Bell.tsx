import BellIcon from 'lucide-solid/icons/bell'
import { NavButton } from '@comptoir/ui/NavButton'
import { useLanguage } from '../app/create-language.ts'
import { useOverlays } from '../app/create-overlays.ts'
import { useWorkspace } from '../app/workspace-context.ts'

/** How much one was told of and has not seen; opens it. */
export function Bell() {
  const { t } = useLanguage()
  const { counts } = useWorkspace()
  const overlays = useOverlays()
  return (
    <NavButton
      icon={<BellIcon />}
      label={t('notices.title')}
      count={counts.notices}
      countLabel={t('notices.unseen', { n: counts.notices })}
      aria-haspopup="dialog"
      aria-expanded={overlays.isOpen('notices')}
      onClick={() => overlays.show('notices')}
    />
  )
}
