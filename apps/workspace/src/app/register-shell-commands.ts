import { useNavigate } from '@solidjs/router'
import BellIcon from 'lucide-solid/icons/bell'
import BellRing from 'lucide-solid/icons/bell-ring'
import CircleUser from 'lucide-solid/icons/circle-user'
import Keyboard from 'lucide-solid/icons/keyboard'
import LogOut from 'lucide-solid/icons/log-out'
import SunMoon from 'lucide-solid/icons/sun-moon'
import { createComponent, type Component } from 'solid-js'
import { registerCommand } from './commands.ts'
import type { Overlays } from './create-overlays.ts'
import { useLanguage } from './create-language.ts'
import { useMemberActs } from './member-acts.ts'
import { hrefOf, places } from './places.ts'
import { useTheme } from './theme-context.ts'
import { useWorkspace } from './workspace-context.ts'

/** What can be done from everywhere in a business. */
export function registerShellCommands(overlays: Overlays) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const theme = useTheme()
  const acts = useMemberActs()
  const goTo = () => t('shell.go_to')
  const general = () => t('shell.general')

  for (const place of places) {
    registerCommand({
      id: `go-${place.id}`,
      label: () => t(place.label),
      group: goTo,
      icon: iconOf(place.icon),
      keys: place.keys,
      when: () => place.open(workspace),
      run: () => navigate(hrefOf(workspace.slug, place.id)),
    })
  }
  registerCommand({
    id: 'reminders',
    label: () => t('inbox.reminder.list'),
    group: goTo,
    icon: iconOf(BellRing),
    keys: 'g h',
    run: () => navigate(`/w/${workspace.slug}/reminders`),
  })
  registerCommand({
    id: 'account',
    label: () => t('shell.account'),
    group: goTo,
    icon: iconOf(CircleUser),
    run: () => navigate(`/w/${workspace.slug}/account`),
  })
  registerCommand({
    id: 'notices',
    label: () => t('notices.title'),
    group: goTo,
    icon: iconOf(BellIcon),
    keys: 'g n',
    run: () => overlays.show('notices'),
  })
  registerCommand({
    id: 'palette',
    label: () => t('shell.search'),
    group: general,
    keys: 'Ctrl+k',
    shown: 'keys',
    run: () => overlays.show('palette'),
  })
  registerCommand({
    id: 'keys',
    label: () => t('shell.keys'),
    group: general,
    icon: iconOf(Keyboard),
    keys: '?',
    run: () => overlays.show('keys'),
  })
  registerCommand({
    id: 'theme',
    label: () => (theme.shown() === 'dark' ? t('shell.to_light') : t('shell.to_dark')),
    group: general,
    icon: iconOf(SunMoon),
    run: () => theme.choose(theme.shown() === 'dark' ? 'light' : 'dark'),
  })
  registerCommand({
    id: 'sign-out',
    label: () => t('shell.sign_out'),
    group: general,
    icon: iconOf(LogOut),
    run: () => void acts.signOut(),
  })
}

function iconOf(icon: Component) {
  return () => createComponent(icon, {})
}
