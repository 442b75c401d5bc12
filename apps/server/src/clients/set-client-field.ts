import type { Tx } from '@comptoir/db/db'
import { isStandard } from '@comptoir/contract/client-fields'
import { isSameValue, readValue, valueOf, type FieldValue, type SetFieldInput } from '@comptoir/contract/field-values'
import type { ClientView } from '@comptoir/contract/clients'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { clientChanged } from './client-changed.ts'
import { clientToChange } from './clients.ts'
import { clientView } from './client-view.ts'
import { fieldToFill } from './client-fields.ts'
import { writeOwnValue } from './write-own-value.ts'
import { writeStandardValue } from './write-standard-value.ts'

/** What later nouns do when a client has another name, in the same transaction. */
export type ClientRenamed = (tx: Tx, workspaceId: string, clientId: string, name: string) => Promise<void>

/**
 * Changes one field of a client's card. Where it says by now something else than its writer saw it is a conflict, with
 * the card as it is.
 */
export function setClientField(
  live: Live,
  staff: Staff,
  renamed: ClientRenamed,
  clientId: string,
  input: SetFieldInput,
): Promise<{ client: ClientView }> {
  const command = { name: 'clients.set_client_field', commandId: input.commandId, input: { clientId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId } = staff
    const { field, was } = input
    await clientToChange(tx, staff, clientId)
    const card = await clientView(tx, workspaceId, clientId)
    if (!card) throw new Refusal('not_found', 'errors.client_missing')
    const now = valueOf(card, field)
    if (isStandard(field)) {
      const value = read(readValue({ is: 'standard', name: field }, input.value))
      refuseUnseen(card, now, was, value)
      await writeStandardValue(tx, workspaceId, clientId, field, value)
      if (field === 'name' && value !== now) await renamed(tx, workspaceId, clientId, String(value))
    } else {
      const own = await fieldToFill(tx, workspaceId, field)
      const value = read(readValue({ is: 'own', kind: own.kind }, input.value))
      refuseUnseen(card, now, was, value)
      await writeOwnValue(tx, workspaceId, clientId, own, value)
    }
    return clientChanged(tx, workspaceId, clientId)
  })
}

function read(value: ReturnType<typeof readValue>): FieldValue {
  if (value.is === 'wrong') throw new Refusal('invalid', 'errors.invalid', { fields: { value: value.why } })
  return value.value
}

/** Two who write the same are of one mind. */
function refuseUnseen(card: ClientView, now: FieldValue, was: FieldValue, value: FieldValue) {
  if (isSameValue(now, was) || isSameValue(now, value)) return
  throw new Refusal('conflict', 'errors.field_changed', { client: card })
}
