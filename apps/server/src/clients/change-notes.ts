import type { Tx } from '@comptoir/db/db'
import {
  mostClientNotes,
  type AddClientNoteInput,
  type ChangeClientNoteInput,
  type ClientView,
} from '@comptoir/contract/clients'
import type { Staff } from '../identity/actor.ts'
import { now } from '../instant.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { clientChanged } from './client-changed.ts'
import { clientToChange } from './clients.ts'
import { clientView } from './client-view.ts'

type Changed = Promise<{ client: ClientView }>

/** Writes down what the team should know of a client. */
export function addClientNote(live: Live, staff: Staff, clientId: string, input: AddClientNoteInput): Changed {
  const command = { name: 'clients.add_note', commandId: input.commandId, input: { clientId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId } = staff
    await clientToChange(tx, staff, clientId)
    const { n } = await tx
      .selectFrom('clientNote')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('workspaceId', '=', workspaceId)
      .where('clientId', '=', clientId)
      .where('removedAt', 'is', null)
      .executeTakeFirstOrThrow()
    if (n >= mostClientNotes) throw new Refusal('conflict', 'errors.too_many_notes', { most: mostClientNotes })
    const { id, body } = input
    const made = await tx
      .insertInto('clientNote')
      .values({ workspaceId, id, clientId, authorId: staff.userId, body, createdAt: now() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw new Refusal('conflict', 'errors.command_reused')
    return clientChanged(tx, workspaceId, clientId)
  })
}

/** Changes a note, pins it or takes it off; one that was removed is there again. */
export function changeClientNote(
  live: Live,
  staff: Staff,
  { clientId, noteId }: { clientId: string; noteId: string },
  input: ChangeClientNoteInput,
): Changed {
  const command = { name: 'clients.change_note', commandId: input.commandId, input: { noteId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId } = staff
    const was = await noteToChange(tx, staff, clientId, noteId)
    const { body, place } = input
    if (was.body !== input.was && was.body !== body) {
      throw new Refusal('conflict', 'errors.field_changed', { client: await clientView(tx, workspaceId, clientId) })
    }
    await tx
      .updateTable('clientNote')
      .set({
        body,
        pinnedAt: place === 'among' ? null : (was.pinnedAt ?? now()),
        changedAt: body === was.body ? was.changedAt : now(),
        removedAt: null,
      })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', noteId)
      .execute()
    return clientChanged(tx, workspaceId, clientId)
  })
}

/** Takes a note away; `changeClientNote` brings it back. */
export function removeClientNote(
  live: Live,
  staff: Staff,
  { clientId, noteId }: { clientId: string; noteId: string },
  commandId: string,
): Changed {
  return runCommand(live, staff, { name: 'clients.remove_note', commandId, input: { noteId } }, async (tx) => {
    const { workspaceId } = staff
    await noteToChange(tx, staff, clientId, noteId)
    await tx
      .updateTable('clientNote')
      .set({ removedAt: now() })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', noteId)
      .execute()
    return clientChanged(tx, workspaceId, clientId)
  })
}

/** A note of a client one may see; its card is locked, and with it the note. */
async function noteToChange(tx: Tx, staff: Staff, clientId: string, noteId: string) {
  await clientToChange(tx, staff, clientId)
  const note = await tx
    .selectFrom('clientNote')
    .select(['body', 'pinnedAt', 'changedAt'])
    .where('workspaceId', '=', staff.workspaceId)
    .where('clientId', '=', clientId)
    .where('id', '=', noteId)
    .executeTakeFirst()
  if (!note) throw new Refusal('not_found', 'errors.note_missing')
  return note
}
