import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { ChangeFormInput, FormView } from '@comptoir/contract/forms'
import type { Staff } from '../identity/actor.ts'
import { mailboxesOf } from '../messaging/mailboxes.ts'
import type { Fact } from '../realtime/record-events.ts'
import { teamRoom } from '../realtime/rooms.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { formColumns, formOf } from './form-view.ts'

/** Keeps the form as it is from now on. On top of a change its writer has not seen it is a conflict, with that change. */
export function changeForm(live: Live, staff: Staff, input: ChangeFormInput): Promise<{ form: FormView }> {
  const { workspaceId } = staff
  const command = { name: 'forms.change_form', commandId: input.commandId, input }
  return runCommand(live, staff, command, async (tx) => {
    if (input.mailboxId) await refuseForeignMailbox(tx, staff, input.mailboxId)
    const form = await writeForm(tx, workspaceId, input)
    if (!form) throw new Refusal('conflict', 'errors.form_changed', { form: await formOf(tx, workspaceId) })
    const facts: Fact[] = [{ name: 'forms.form_changed', rooms: [teamRoom(workspaceId)], data: { form } }]
    return { result: { form }, facts }
  })
}

async function refuseForeignMailbox(tx: Tx, staff: Staff, mailboxId: string) {
  const mailbox = await mailboxesOf(tx, staff)
    .where('id', '=', mailboxId)
    .where('ownerId', 'is', null)
    .select('id')
    .executeTakeFirst()
  if (!mailbox) throw new Refusal('not_found', 'errors.mailbox_missing')
}

/** Null when somebody else kept another version first. */
async function writeForm(tx: Tx, workspaceId: string, input: ChangeFormInput): Promise<FormView | null> {
  const { commandId: _, version, fields, ...words } = input
  const kept = { ...words, fields: sql<string>`${JSON.stringify(fields)}::jsonb` }
  const written =
    version === 0
      ? await tx
          .insertInto('form')
          .values({ workspaceId, ...kept })
          .onConflict((on) => on.doNothing())
          .returning(formColumns)
          .executeTakeFirst()
      : await tx
          .updateTable('form')
          .set({ ...kept, version: version + 1 })
          .where('workspaceId', '=', workspaceId)
          .where('version', '=', version)
          .returning(formColumns)
          .executeTakeFirst()
  return written ?? null
}
