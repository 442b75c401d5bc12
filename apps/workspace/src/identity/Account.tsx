import { Navigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { lastWorkspaceOf } from '../app/last-workspace.ts'
import { useLanguage } from '../app/create-language.ts'
import { usePageTitle } from '../app/page-title.ts'
import { SignedIn } from '../app/SignedIn.tsx'
import { AccountCards } from './AccountCards.tsx'
import { Doorstep } from './Doorstep.tsx'

/** One's own account: inside the business one works in, or on the doorstep of whoever has none. */
export default function Account() {
  const { t } = useLanguage()
  usePageTitle(() => t('shell.account'))
  return (
    <SignedIn>
      {(me) => (
        <Show
          when={lastWorkspaceOf(me().workspaces)}
          fallback={
            <Doorstep title={t('shell.account')} text={t('identity.no_workspace')}>
              <AccountCards me={me()} />
            </Doorstep>
          }
        >
          {(here) => <Navigate href={`/w/${here().slug}/account`} />}
        </Show>
      )}
    </SignedIn>
  )
}
