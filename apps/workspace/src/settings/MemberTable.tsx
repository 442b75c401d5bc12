import { createSignal, lazy, Show, Suspense, type Accessor, type JSX } from 'solid-js'
import type { MemberView } from '@comptoir/contract/identity'
import { DataTable, type Column } from '@comptoir/ui/DataTable'
import { useLanguage } from '../app/create-language.ts'
import { mayViewAs, useViewAs } from '../app/view-as.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import type { Members } from './create-members.ts'
import { useMemberCommands } from './member-commands.ts'
import { MemberMenu } from './MemberMenu.tsx'
import { MemberName } from './MemberName.tsx'
import { RoleSelect } from './RoleSelect.tsx'

const AbsenceDialog = lazy(() => import('./AbsenceDialog.tsx'))

/** The people of the business; an admin changes the rights of all but the owner and themselves. */
export function MemberTable(props: { members: Members }) {
  const { t, format } = useLanguage()
  const workspace = useWorkspace()
  const { me, isAdmin } = workspace
  const viewAs = useViewAs()
  const commands = useMemberCommands()
  const [away, setAway] = createSignal<string>()
  const mayChange = (member: MemberView) => isAdmin() && member.role !== 'owner' && member.userId !== me().userId
  const cell = (draw: (member: Accessor<MemberView>) => JSX.Element) => (userId: string) => (
    <Show when={props.members.member(userId)}>{draw}</Show>
  )
  const acts = (): Column<string> => ({
    key: 'acts',
    label: t('settings.acts'),
    align: 'end',
    cell: cell((member) => (
      <Show when={mayChange(member())}>
        <MemberMenu
          member={member()}
          enable={() => void commands.enable.run(member())}
          disable={() => void commands.disable.run(member())}
          view={mayViewAs(workspace, member().userId) ? () => void viewAs.begin(member().userId) : undefined}
          absence={() => setAway(member().userId)}
        />
      </Show>
    )),
  })
  return (
    <>
      <DataTable
        label={t('settings.members')}
        rows={props.members.memberIds()}
        rowKey={(userId) => userId}
        columns={[
          { key: 'name', label: t('common.name'), cell: cell((member) => <MemberName member={member()} />) },
          {
            key: 'role',
            label: t('settings.role'),
            cell: cell((member) => (
              <Show when={mayChange(member())} fallback={t(`identity.role_${member().role}`)}>
                <RoleSelect member={member()} onChange={(role) => void commands.changeRole.run(member(), role)} />
              </Show>
            )),
          },
          { key: 'since', label: t('settings.since'), cell: cell((member) => <>{format().date(member().since)}</>) },
          ...(isAdmin() ? [acts()] : []),
        ]}
      />
      <Show when={away()} keyed>
        {(userId) => (
          <Suspense>
            <AbsenceDialog userId={userId} onDone={() => setAway(undefined)} />
          </Suspense>
        )}
      </Show>
    </>
  )
}
