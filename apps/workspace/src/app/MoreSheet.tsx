import CircleUser from 'lucide-solid/icons/circle-user'
import LogOut from 'lucide-solid/icons/log-out'
import Search from 'lucide-solid/icons/search'
import Store from 'lucide-solid/icons/store'
import { For } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { Button } from '@comptoir/ui/Button'
import { Drawer } from '@comptoir/ui/Drawer'
import { LinkButton } from '@comptoir/ui/LinkButton'
import { SegmentedControl } from '@comptoir/ui/SegmentedControl'
import { useLanguage } from './create-language.ts'
import { useOverlays } from './create-overlays.ts'
import { useSession } from './create-session.ts'
import { languages, useMemberActs } from './member-acts.ts'
import { hrefOf, places } from './places.ts'
import { useTheme } from './theme-context.ts'
import { useWorkspace } from './workspace-context.ts'
import './MoreSheet.css'

/** What does not fit in the bar of a phone. */
export default function MoreSheet() {
  const { t, locale } = useLanguage()
  const workspace = useWorkspace()
  const { slug, me } = workspace
  const overlays = useOverlays()
  const session = useSession()
  const theme = useTheme()
  const acts = useMemberActs()
  return (
    <Drawer
      open={overlays.isOpen('more')}
      onOpenChange={(open) => overlays.set('more', open)}
      side="bottom"
      title={me().name}
      closeLabel={t('common.close')}
    >
      <div class="more-sheet">
        <Button icon={<Search />} onClick={() => overlays.show('palette')}>
          {t('shell.search')}
        </Button>
        <For each={places.filter((place) => place.phone === 'more' && place.open(workspace))}>
          {(place) => (
            <LinkButton href={hrefOf(slug, place.id)} icon={<Dynamic component={place.icon} />}>
              {t(place.label)}
            </LinkButton>
          )}
        </For>
        <LinkButton href={`/w/${slug}/account`} icon={<CircleUser />}>
          {t('shell.account')}
        </LinkButton>
        <For each={session.me()?.workspaces.filter((one) => one.slug !== slug)}>
          {(one) => (
            <LinkButton href={`/w/${one.slug}`} icon={<Store />}>
              {one.name}
            </LinkButton>
          )}
        </For>
        <SegmentedControl
          label={t('shell.language')}
          value={locale()}
          options={languages}
          onChange={(value) => void acts.speak(value)}
        />
        <SegmentedControl
          label={t('shell.theme')}
          value={theme.choice()}
          options={(['light', 'dark', 'system'] as const).map((value) => ({ value, label: t(`shell.theme_${value}`) }))}
          onChange={theme.choose}
        />
        <Button icon={<LogOut />} onClick={() => void acts.signOut()}>
          {t('shell.sign_out')}
        </Button>
      </div>
    </Drawer>
  )
}
