import type { InvitationView, MemberView, Role } from '@comptoir/contract/identity'
import { makeId } from '@comptoir/rules/uuid'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createPress } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'

export type GivenRole = Exclude<Role, 'owner'>

/** What an admin does to the people of the business, each with its way back. */
export function useMemberCommands() {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  const people = api.api.w[':slug'].members
  const command = () => ({ commandId: makeId() })

  function done(text: string, undo?: () => void) {
    void showToast({ text, tone: 'success', action: undo && { label: t('common.undo'), onClick: undo } })
  }

  const changeRole = createPress(async (member: MemberView, role: GivenRole) => {
    const param = { slug, userId: member.userId }
    await ask(people[':userId'].role.$put({ param, json: { ...command(), role } }))
    const before = member.role
    done(
      t('settings.role_changed', { name: member.name, role: t(`identity.role_${role}`) }),
      before === 'owner' ? undefined : () => void changeRole.run({ ...member, role }, before),
    )
  })
  const enable = createPress(async (member: MemberView) => {
    await ask(people[':userId'].enable.$post({ param: { slug, userId: member.userId }, json: command() }))
    done(t('settings.enabled', { name: member.name }))
  })
  const disable = createPress(async (member: MemberView) => {
    await ask(people[':userId'].disable.$post({ param: { slug, userId: member.userId }, json: command() }))
    done(t('settings.disabled', { name: member.name }), () => void enable.run(member))
  })
  const inviteAgain = createPress(async ({ email, role }: Pick<InvitationView, 'email' | 'role'>) => {
    if (role === 'owner') return
    await ask(people.invitations.$post({ param: { slug }, json: { ...command(), email, role } }))
    done(t('settings.invited', { email }))
  })
  const resend = createPress(async ({ id, email }: InvitationView) => {
    await ask(people.invitations[':invitationId'].resend.$post({ param: { slug, invitationId: id }, json: command() }))
    done(t('settings.invited', { email }))
  })
  const withdraw = createPress(async (invitation: InvitationView) => {
    const param = { slug, invitationId: invitation.id }
    await ask(people.invitations[':invitationId'].withdraw.$post({ param, json: command() }))
    done(t('settings.withdrawn', { email: invitation.email }), () => void inviteAgain.run(invitation))
  })
  return { changeRole, enable, disable, resend, withdraw }
}
