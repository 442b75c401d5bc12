import type { ClientSlice, ClientView } from '@comptoir/contract/clients'
import type { FieldValue } from '@comptoir/contract/field-values'
import type { RefusalBody } from '@comptoir/contract/refusal'
import { makeId } from '@comptoir/rules/uuid'
import { asPerson } from '../../testing/as-person.ts'
import type { Person } from '../../testing/people.ts'

/** A client's card, as somebody of the staff reads it. */
export async function card(person: Person, clientId: string) {
  const { body } = await asPerson(person).get<ClientSlice>(`/clients/${clientId}`)
  return body.client
}

/** Writes into one field, over what its writer saw there. */
export function setField(person: Person, clientId: string, field: string, value: FieldValue, was: FieldValue = '') {
  const change = { commandId: makeId(), field, value, was }
  return asPerson(person).put<{ client: ClientView } & RefusalBody>(`/clients/${clientId}/fields`, change)
}
