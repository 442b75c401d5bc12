import { useNavigate } from '@solidjs/router'
import CircleUser from 'lucide-solid/icons/circle-user'
import Keyboard from 'lucide-solid/icons/keyboard'
import LogOut from 'lucide-solid/icons/log-out'
import Store from 'lucide-solid/icons/store'
import { Avatar } from '@comptoir/ui/Avatar'
import { ConnectionBadge } from '@comptoir/ui/ConnectionBadge'
import { Menu, type MenuEntry } from '@comptoir/ui/Menu'
import { SideNavIdentity } from '@comptoir/ui/SideNavIdentity'
import { useLanguage } from './create-language.ts'
import { useOverlays } from './create-overlays.ts'
import { useSession } from './create-session.ts'
import { languages, useMemberActs } from './member-acts.ts'
import { useKeysOf } from './use-key-caps.ts'
import { useTheme } from './theme-context.ts'
import { useWorkspace } from './workspace-context.ts'
import './MemberMenu.css'

/** Who is signed in, whether the screen is live, and what they may set for themselves. */
export function MemberMenu() {
  const { t } = useLanguage()
  const { me, connection } = useWorkspace()
  const entries = useMemberEntries()
  const state = () => connection().is
  return (
    <Menu
      place="top-start"
      entries={entries()}
      trigger={(bind) => (
        <button type="button" class="member-menu" {...bind}>
          <SideNavIdentity
            mark={<Avatar name={me().name} seed={me().userId} size="sm" />}
            name={me().name}
            detail={<ConnectionBadge state={state()} label={t(`shell.state_${state()}`)} />}
          />
        </button>
      )}
    />
  )
}

function useMemberEntries(): () => MenuEntry[] {
  const { t, locale } = useLanguage()
  const { slug } = useWorkspace()
  const session = useSession()
  const theme = useTheme()
  const overlays = useOverlays()
  const navigate = useNavigate()
  const keysOf = useKeysOf()
  const acts = useMemberActs()
  const others = () => session.me()?.workspaces.filter((one) => one.slug !== slug) ?? []
  return () => [
    { label: t('shell.account'), icon: <CircleUser />, onSelect: () => navigate(`/w/${slug}/account`) },
    { label: t('shell.keys'), icon: <Keyboard />, shortcut: keysOf('keys'), onSelect: () => overlays.show('keys') },
    'separator',
    {
      label: t('shell.language'),
      choices: languages,
      value: locale(),
      onChange: (value) => void acts.speak(languages.find((one) => one.value === value)?.value ?? 'fr'),
    },
    'separator',
    {
      label: t('shell.theme'),
      choices: (['light', 'dark', 'system'] as const).map((value) => ({ value, label: t(`shell.theme_${value}`) })),
      value: theme.choice(),
      onChange: (value) => theme.choose(value === 'light' || value === 'dark' ? value : 'system'),
    },
    'separator',
    ...others().map((one) => ({
      label: one.name,
      detail: t('shell.switch'),
      icon: <Store />,
      onSelect: () => navigate(`/w/${one.slug}`),
    })),
    { label: t('shell.sign_out'), icon: <LogOut />, onSelect: () => void acts.signOut() },
  ]
}
