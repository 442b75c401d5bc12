import CirclePlus from 'lucide-solid/icons/circle-plus'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import { lazy, Show } from 'solid-js'
import { BottomBar } from '@comptoir/ui/BottomBar'
import { NavButton } from '@comptoir/ui/NavButton'
import { Bell } from '../notices/Bell.tsx'
import { useLanguage } from './create-language.ts'
import { useOverlays } from './create-overlays.ts'
import { NewMenu } from './NewMenu.tsx'
import { places } from './places.ts'
import { PlaceItems } from './SideBar.tsx'
import { useWorkspace } from './workspace-context.ts'

const MoreSheet = lazy(() => import('./MoreSheet.tsx'))

const inBar = places.filter((place) => place.phone !== 'more')

/** The navigation of a phone: four places, and the rest behind one button. */
export function PhoneBar() {
  const { t } = useLanguage()
  const { isTeam, viewing } = useWorkspace()
  const overlays = useOverlays()
  return (
    <>
      <BottomBar label={t('shell.navigation_phone')}>
        <PlaceItems of={inBar} room="short" />
        <Show when={isTeam() && !viewing}>
          <NewMenu
            place="top-end"
            trigger={(bind) => <NavButton {...bind} icon={<CirclePlus />} label={t('shell.new')} data-opens="new" />}
          />
        </Show>
        <Bell />
        <NavButton
          icon={<Ellipsis />}
          label={t('shell.more')}
          aria-haspopup="dialog"
          aria-expanded={overlays.isOpen('more')}
          onClick={() => overlays.show('more')}
        />
      </BottomBar>
      <Show when={overlays.seen().has('more')}>
        <MoreSheet />
      </Show>
    </>
  )
}
