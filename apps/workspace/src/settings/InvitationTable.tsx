import { Show, type Accessor, type JSX } from 'solid-js'
import type { InvitationView } from '@comptoir/contract/identity'
import { Button } from '@comptoir/ui/Button'
import { DataTable, type Column } from '@comptoir/ui/DataTable'
import { Tag } from '@comptoir/ui/Tag'
import { serverNow } from '@comptoir/wire/server-clock'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import type { Members } from './create-members.ts'
import { useMemberCommands } from './member-commands.ts'

/** Who was invited and has not come yet. */
export function InvitationTable(props: { members: Members }) {
  const { t, format } = useLanguage()
  const { isAdmin } = useWorkspace()
  const commands = useMemberCommands()
  const cell = (draw: (invitation: Accessor<InvitationView>) => JSX.Element) => (id: string) => (
    <Show when={props.members.invitation(id)}>{draw}</Show>
  )
  const isOver = (invitation: InvitationView) => Date.parse(invitation.expiresAt) < serverNow()
  const acts = (): Column<string> => ({
    key: 'acts',
    label: t('settings.acts'),
    align: 'end',
    cell: cell((one) => (
      <span class="table-acts">
        <Button size="sm" busy={commands.resend.busy()} onClick={() => void commands.resend.run(one())}>
          {t('settings.resend')}
        </Button>
        <Button
          size="sm"
          tone="ghost"
          busy={commands.withdraw.busy()}
          onClick={() => void commands.withdraw.run(one())}
        >
          {t('settings.withdraw')}
        </Button>
      </span>
    )),
  })
  return (
    <DataTable
      label={t('settings.invitations')}
      rows={props.members.invitationIds()}
      rowKey={(id) => id}
      columns={[
        { key: 'email', label: t('common.email'), cell: cell((one) => <>{one().email}</>) },
        { key: 'role', label: t('settings.role'), cell: cell((one) => <>{t(`identity.role_${one().role}`)}</>) },
        { key: 'by', label: t('settings.invited_by'), cell: cell((one) => <>{one().invitedBy}</>) },
        {
          key: 'until',
          label: t('settings.valid_until'),
          cell: cell((one) => (
            <Show when={isOver(one())} fallback={format().date(one().expiresAt)}>
              <Tag tone="warm">{t('settings.expired')}</Tag>
            </Show>
          )),
        },
        ...(isAdmin() ? [acts()] : []),
      ]}
    />
  )
}
