import { Field } from '@comptoir/ui/Field'
import { Select } from '@comptoir/ui/Select'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'

const team = 'team'

/** Whose a mailbox is, and plainly what that means for who sees and who writes. */
export function OwnerField(props: {
  ownerId: string | null
  onChange: (ownerId: string | null) => void
  /** The default mailbox is everybody's. */
  fixed?: string
  error?: string
}) {
  const { t } = useLanguage()
  const { members, memberName } = useWorkspace()
  const options = () => [
    { value: team, label: t('mailboxes.of_team') },
    ...Object.values(members)
      .filter((one) => one.state === 'active' || one.userId === props.ownerId)
      .map(({ userId, name }) => ({ value: userId, label: name })),
  ]
  const hint = () => {
    if (props.fixed) return props.fixed
    return props.ownerId === null
      ? t('mailboxes.owner_team_hint')
      : t('mailboxes.owner_member_hint', { name: memberName(props.ownerId) })
  }
  return (
    <Field label={t('mailboxes.owner')} hint={hint()} error={props.error}>
      <Select
        value={props.ownerId ?? team}
        options={options()}
        disabled={props.fixed !== undefined}
        onChange={(value) => props.onChange(value === team ? null : value)}
      />
    </Field>
  )
}
