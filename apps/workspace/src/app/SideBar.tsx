import { useLocation } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { For, Show, Suspense } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { Button } from '@comptoir/ui/Button'
import { Logo } from '@comptoir/ui/Logo'
import { NavItem } from '@comptoir/ui/NavItem'
import { SearchButton } from '@comptoir/ui/SearchButton'
import { SideNav } from '@comptoir/ui/SideNav'
import { SideNavIdentity } from '@comptoir/ui/SideNavIdentity'
import { Bell } from '../notices/Bell.tsx'
import { useLanguage } from './create-language.ts'
import { useOverlays } from './create-overlays.ts'
import { MemberMenu } from './MemberMenu.tsx'
import { NewMenu } from './NewMenu.tsx'
import { useKeysOf } from './use-key-caps.ts'
import { hrefOf, isAt, places, type Place } from './places.ts'
import { useWorkspace } from './workspace-context.ts'

/** The navigation of a wide screen. */
export function SideBar() {
  const { t } = useLanguage()
  const { workspace, isTeam, viewing } = useWorkspace()
  const keysOf = useKeysOf()
  const overlays = useOverlays()
  return (
    <SideNav
      label={t('shell.navigation')}
      head={
        <>
          <SideNavIdentity
            mark={<Logo />}
            name={workspace.name}
            detail={workspace.example ? t('shell.example') : undefined}
          />
          <Show when={isTeam() && !viewing}>
            <NewMenu
              place="bottom-start"
              trigger={(bind) => (
                <Button
                  {...bind}
                  class="side-nav-new"
                  tone="primary"
                  icon={<Plus aria-hidden="true" />}
                  data-opens="new"
                  aria-keyshortcuts={keysOf('new')}
                >
                  {t('shell.new')}
                </Button>
              )}
            />
          </Show>
          <SearchButton
            label={t('shell.search')}
            shortcut={keysOf('palette')}
            onClick={() => overlays.show('palette')}
          />
          <Bell />
        </>
      }
      foot={<MemberMenu />}
    >
      <PlaceItems of={places} />
    </SideNav>
  )
}

/** The places this person may go to, as entries of a navigation. */
export function PlaceItems(props: { of: readonly Place[]; room?: 'short' }) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const location = useLocation()
  const count = (place: Place) => place.count?.(workspace) ?? 0
  return (
    <For each={props.of}>
      {(place) => (
        <Show when={place.open(workspace)}>
          <NavItem
            href={hrefOf(workspace.slug, place.id)}
            icon={<Dynamic component={place.icon} />}
            label={t((props.room === 'short' && place.shortLabel) || place.label)}
            current={isAt(workspace.slug, place, location.pathname)}
            count={count(place)}
            countLabel={place.countLabel && t(place.countLabel, { n: count(place) })}
            place={props.room === 'short' ? undefined : place.place}
          />
          <Show when={place.inside && props.room !== 'short' && isAt(workspace.slug, place, location.pathname)}>
            <Suspense>
              <Dynamic component={place.inside} />
            </Suspense>
          </Show>
        </Show>
      )}
    </For>
  )
}
