import { Navigate } from '@solidjs/router'
import LogOut from 'lucide-solid/icons/log-out'
import { Show } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { lastWorkspaceOf } from '../app/last-workspace.ts'
import { useLanguage } from '../app/create-language.ts'
import { useMemberActs } from '../app/member-acts.ts'
import { usePageTitle } from '../app/page-title.ts'
import { SignedIn } from '../app/SignedIn.tsx'
import { AccountCards } from './AccountCards.tsx'
import { Doorstep } from './Doorstep.tsx'

/** One's own account: inside the business one works in, or on the doorstep of whoever has none. */
export default function Account() {
  const { t } = useLanguage()
  const acts = useMemberActs()
  usePageTitle(() => t('shell.account'))
  return (
    <SignedIn>
      {(me) => (
        <Show
          when={lastWorkspaceOf(me().workspaces)}
          fallback={
            <Doorstep title={t('shell.account')} text={t('identity.no_workspace')}>
              <AccountCards me={me()} />
              <p class="doorstep-aside">
                <Button icon={<LogOut />} onClick={() => void acts.signOut()}>
                  {t('shell.sign_out')}
                </Button>
              </p>
            </Doorstep>
          }
        >
          {(here) => <Navigate href={`/w/${here().slug}/account`} />}
        </Show>
      )}
    </SignedIn>
  )
}
