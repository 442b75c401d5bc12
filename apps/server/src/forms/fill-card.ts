import type { Tx } from '@comptoir/db/db'
import { cardKinds, type CardKind } from '@comptoir/contract/forms'
import type { ClientView } from '@comptoir/contract/clients'
import { clientChanged } from '../clients/client-changed.ts'
import { clientView } from '../clients/client-view.ts'
import { normaliseEmail, normalisePhone } from '../clients/normalise-contact-point.ts'
import { writeContactPoints } from '../clients/write-contact-points.ts'
import type { Fact } from '../realtime/record-events.ts'
import { Refusal } from '../refusal.ts'
import type { CardAnswers, OwnAnswer } from './client-of-answers.ts'
import { fillOwnValues } from './fill-own-values.ts'

/** Completes the card of a known client. What it says already stays; what was answered otherwise is named. */
export async function fillCard(
  tx: Tx,
  workspaceId: string,
  clientId: string,
  given: CardAnswers,
  own: OwnAnswer[],
): Promise<{ facts: Fact[]; differing: string[] }> {
  await lockCard(tx, workspaceId, clientId)
  const card = await clientView(tx, workspaceId, clientId)
  if (!card) throw new Refusal('not_found', 'errors.client_missing')
  const differing = new Set(cardKinds.filter((kind) => given[kind] !== '' && differs(card, kind, given[kind])))
  // An address is one thing: half of a second one would make a third that does not exist.
  if (address.some((kind) => differing.has(kind)))
    address.filter((kind) => given[kind] !== '').forEach((kind) => differing.add(kind))
  const filled = cardKinds.filter((kind) => given[kind] !== '' && isEmpty(card, kind) && !differing.has(kind))
  const others = await fillOwnValues(tx, workspaceId, card, own)
  const all = [...differing, ...others.differing]
  if (filled.length === 0 && others.written === 'none') return { facts: [], differing: all }
  const words = filled.filter(isWord)
  if (words.length > 0) {
    await tx
      .updateTable('client')
      .set(Object.fromEntries(words.map((kind) => [kind, given[kind]])))
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', clientId)
      .execute()
  }
  const emails = filled.includes('email') ? [given.email] : card.emails.map(({ value }) => value)
  const phones = filled.includes('phone') ? [given.phone] : card.phones.map(({ value }) => value)
  if (filled.some((kind) => !isWord(kind))) await writeContactPoints(tx, workspaceId, clientId, { emails, phones })
  const { facts } = await clientChanged(tx, workspaceId, clientId)
  return { facts, differing: all }
}

function lockCard(tx: Tx, workspaceId: string, clientId: string) {
  return tx
    .selectFrom('client')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', clientId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
}

function isEmpty(card: ClientView, kind: CardKind) {
  if (kind === 'email') return card.emails.length === 0
  if (kind === 'phone') return card.phones.length === 0
  return card[kind] === ''
}

function differs(card: ClientView, kind: CardKind, value: string) {
  if (isEmpty(card, kind)) return false
  if (kind === 'email') return !card.emails.some((one) => normaliseEmail(one.value) === normaliseEmail(value))
  if (kind === 'phone') return !card.phones.some((one) => normalisePhone(one.value) === normalisePhone(value))
  return plain(card[kind]).localeCompare(plain(value), 'fr', { sensitivity: 'base' }) !== 0
}

function plain(text: string) {
  return text.replace(/\s+/g, ' ').trim()
}

function isWord(kind: CardKind) {
  return kind !== 'email' && kind !== 'phone'
}

const address: CardKind[] = ['street', 'postalCode', 'town']
