import { useNavigate } from '@solidjs/router'
import { createComponent } from 'solid-js'
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
      icon: () => createComponent(place.icon, {}),
      keys: place.keys,
      when: () => place.open(workspace),
      run: () => navigate(hrefOf(workspace.slug, place.id)),
    })
  }
  registerCommand({
    id: 'account',
    label: () => t('shell.account'),
    group: goTo,
    run: () => navigate(`/w/${workspace.slug}/account`),
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
    keys: '?',
    run: () => overlays.show('keys'),
  })
  registerCommand({
    id: 'theme',
    label: () => (theme.shown() === 'dark' ? t('shell.to_light') : t('shell.to_dark')),
    group: general,
    run: () => theme.choose(theme.shown() === 'dark' ? 'light' : 'dark'),
  })
  registerCommand({ id: 'sign-out', label: () => t('shell.sign_out'), group: general, run: () => void acts.signOut() })
}
