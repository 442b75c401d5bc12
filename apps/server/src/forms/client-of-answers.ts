import type { Tx } from '@comptoir/db/db'
import type { FieldValue } from '@comptoir/contract/field-values'
import type { CardKind } from '@comptoir/contract/forms'
import { makeId } from '@comptoir/rules/uuid'
import { makeClient } from '../clients/add-client.ts'
import { clientChanged } from '../clients/client-changed.ts'
import { clientByContactPoint } from '../clients/client-by-contact-point.ts'
import { normaliseEmail, normalisePhone } from '../clients/normalise-contact-point.ts'
import { useContactPoint } from '../clients/use-contact-point.ts'
import type { Fact } from '../realtime/record-events.ts'
import { cutText } from '../messaging/clean-text.ts'
import { fillCard } from './fill-card.ts'
import { fillOwnValues } from './fill-own-values.ts'

/** What was answered of the card of a client; empty where it was not. */
export type CardAnswers = Record<CardKind, string>

/** What was answered of a field of the business. */
export interface OwnAnswer {
  fieldId: string
  value: FieldValue
}

export interface ClientOfAnswers {
  id: string
  name: string
  facts: Fact[]
  /** What the card says otherwise, and goes on to say: the kind of a usual detail, or the id of a field of the business. */
  differing: string[]
}

/** The client who filled in a form: whoever last used that address or number, else a new one. */
export async function clientOfAnswers(
  tx: Tx,
  workspaceId: string,
  given: CardAnswers,
  own: OwnAnswer[],
): Promise<ClientOfAnswers> {
  const known = await knownClient(tx, workspaceId, given)
  if (!known) return newClient(tx, workspaceId, given, own)
  await useContactPoint(tx, workspaceId, known.pointId)
  const { facts, differing } = await fillCard(tx, workspaceId, known.id, given, own)
  return { id: known.id, name: known.name, facts, differing }
}

function knownClient(tx: Tx, workspaceId: string, { email, phone }: CardAnswers) {
  // Whoever types a telephone may be another of the family, or anybody: no address of theirs comes onto that card.
  if (email) return clientByContactPoint(tx, workspaceId, 'email', normaliseEmail(email))
  return phone ? clientByContactPoint(tx, workspaceId, 'phone', normalisePhone(phone)) : null
}

async function newClient(tx: Tx, workspaceId: string, given: CardAnswers, own: OwnAnswer[]): Promise<ClientOfAnswers> {
  const { email, phone, company, street, postalCode, town } = given
  const name = cutText(given.name || company || email.split('@')[0] || phone, 120)
  const points = { emails: email ? [email] : [], phones: phone ? [phone] : [] }
  const made = { id: makeId(), name, company, street, postalCode, town, ...points }
  const { client, facts } = await makeClient(tx, workspaceId, made)
  for (const point of [...client.emails, ...client.phones]) await useContactPoint(tx, workspaceId, point.id)
  const { written, differing } = await fillOwnValues(tx, workspaceId, client, own)
  const changed = written === 'none' ? [] : (await clientChanged(tx, workspaceId, client.id)).facts
  return { id: client.id, name, facts: [...facts, ...changed], differing }
}
