import UserPlus from 'lucide-solid/icons/user-plus'
import { createSignal, lazy, Show, Suspense } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { Card } from '@comptoir/ui/Card'
import { SkeletonRows } from '@comptoir/ui/SkeletonRows'
import { registerActions } from '../app/commands.ts'
import { useLanguage } from '../app/create-language.ts'
import { Fetched } from '../app/Fetched.tsx'
import { usePageTitle } from '../app/page-title.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { createMembers } from './create-members.ts'
import { InvitationTable } from './InvitationTable.tsx'
import { MemberTable } from './MemberTable.tsx'
import './Members.css'

const Viewings = lazy(() => import('./Viewings.tsx'))
const InviteDialog = lazy(() => import('./InviteDialog.tsx'))

/** Who works here, and who was invited to. */
export default function Members() {
  const { t } = useLanguage()
  const { isAdmin } = useWorkspace()
  const members = createMembers()
  const [inviting, setInviting] = createSignal(false)
  const [asked, setAsked] = createSignal(false)
  const invite = () => {
    setAsked(true)
    setInviting(true)
  }
  registerActions({ invite })
  usePageTitle(() => t('settings.members'))
  return (
    <div class="page-body" data-wide>
      <Card
        title={t('settings.members')}
        actions={
          <Show when={isAdmin()}>
            <Button tone="primary" icon={<UserPlus />} onClick={invite}>
              {t('settings.invite')}
            </Button>
          </Show>
        }
      >
        <Fetched of={members.fetched} loading={<SkeletonRows rows={3} label={t('common.loading')} />}>
          {() => <MemberTable members={members} />}
        </Fetched>
      </Card>
      <Show when={members.invitationIds().length > 0}>
        <Card title={t('settings.invitations')}>
          <InvitationTable members={members} />
        </Card>
      </Show>
      <Show when={isAdmin()}>
        <Suspense>
          <Viewings />
        </Suspense>
      </Show>
      <Show when={asked()}>
        <InviteDialog open={inviting()} onOpenChange={setInviting} />
      </Show>
    </div>
  )
}
