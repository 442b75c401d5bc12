import { useLocation } from '@solidjs/router'
import { createEffect, lazy, on, Show, type JSX } from 'solid-js'
import { AppShell } from '@comptoir/ui/AppShell'
import { SkipLink } from '@comptoir/ui/SkipLink'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { createKeys } from './create-keys.ts'
import { createOverlays, OverlaysContext } from './create-overlays.ts'
import { registerShellCommands } from './register-shell-commands.ts'
import { useLanguage } from './create-language.ts'
import { lazyWithWords } from './lazy-with-words.ts'
import { NewOverlays } from './NewOverlays.tsx'
import { pageTitle } from './page-title.ts'
import { PhoneBar } from './PhoneBar.tsx'
import { SideBar } from './SideBar.tsx'
import { useWorkspace } from './workspace-context.ts'
import { followPush } from '../notices/follow-push.ts'
import { tellOfNotices } from '../notices/tell-of-notices.ts'
import { tellOfTrouble } from './tell-of-trouble.ts'

const KeysHelp = lazyWithWords(() => import('./KeysHelp.tsx'))
const ViewingBanner = lazy(() => import('./ViewingBanner.tsx'))
const Palette = lazy(() => import('./Palette.tsx'))
const Notices = lazy(() => import('../notices/Notices.tsx'))

/** The frame around every page of a business. */
export function Shell(props: { children: JSX.Element }) {
  const { t } = useLanguage()
  const location = useLocation()
  const { viewing } = useWorkspace()
  const overlays = createOverlays()
  registerShellCommands(overlays)
  createKeys()
  tellOfTrouble()
  tellOfNotices()
  // What this browser is told is told to whoever is signed in.
  if (!viewing) followPush()
  // A phone's sheet would otherwise stay over the page it led to.
  createEffect(on(() => location.pathname, overlays.leave, { defer: true }))
  return (
    <OverlaysContext.Provider value={overlays}>
      <SkipLink to="main" label={t('shell.skip')} />
      <AppShell
        nav={<SideBar />}
        bottomBar={<PhoneBar />}
        banner={
          <>
            <Show when={viewing}>{(member) => <ViewingBanner name={member().name} />}</Show>
            <ConnectionBanner />
          </>
        }
      >
        {props.children}
      </AppShell>
      <div class="visually-hidden" role="status">
        {pageTitle()}
      </div>
      <NewOverlays />
      <Show when={overlays.seen().has('palette')}>
        <Palette />
      </Show>
      <Show when={overlays.seen().has('notices')}>
        <Notices />
      </Show>
      <Show when={overlays.seen().has('keys')}>
        <KeysHelp />
      </Show>
    </OverlaysContext.Provider>
  )
}
