import type { Tx } from '@comptoir/db/db'
import type { InvitationView } from '@comptoir/contract/identity'
import type { Staff } from '../identity/actor.ts'
import type { MailOfInstallation } from '../identity/installation-mail.ts'
import type { Live } from '../realtime/run-command.ts'

export interface InvitingParts {
  live: Live
  mail: MailOfInstallation
  publicUrl: string
}

/** Posts the letter with the link in the command's transaction, in the language of the business. */
export async function sendInvitation(
  { mail, publicUrl }: InvitingParts,
  tx: Tx,
  staff: Staff,
  { email, role }: InvitationView,
  token: string,
): Promise<void> {
  if (role === 'owner') throw new Error('nobody is invited as an owner')
  const { name: business, locale } = await tx
    .selectFrom('workspace')
    .select(['name', 'locale'])
    .where('workspaceId', '=', staff.workspaceId)
    .executeTakeFirstOrThrow()
  const link = `${publicUrl}/invitation/${token}`
  await mail.send({ kind: 'invitation', to: email, locale, values: { inviter: staff.name, business, role, link } }, tx)
}
