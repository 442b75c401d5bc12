import type { MemberView } from '@comptoir/contract/identity'
import { Select } from '@comptoir/ui/Select'
import { useLanguage } from '../app/create-language.ts'
import type { GivenRole } from './member-commands.ts'

export const givenRoles: readonly GivenRole[] = ['admin', 'member', 'delegate']

export function RoleSelect(props: { member: MemberView; onChange: (role: GivenRole) => void }) {
  const { t } = useLanguage()
  return (
    <Select
      size="sm"
      aria-label={t('settings.role_of', { name: props.member.name })}
      value={props.member.role}
      options={givenRoles.map((role) => ({ value: role, label: t(`identity.role_${role}`) }))}
      onChange={(value) => {
        const role = givenRoles.find((one) => one === value)
        if (role) props.onChange(role)
      }}
    />
  )
}
