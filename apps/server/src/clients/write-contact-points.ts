import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { PhoneLabel } from '@comptoir/contract/client-fields'
import { makeId } from '@comptoir/rules/uuid'
import { normaliseEmail, normalisePhone } from './normalise-contact-point.ts'

interface Point {
  kind: 'email' | 'phone'
  value: string
  normalised: string
  position: number
}

/** Makes these the e-mail addresses and numbers of a client, in this order. One that stays keeps its history. */
export async function writeContactPoints(
  tx: Tx,
  workspaceId: string,
  clientId: string,
  { emails, phones }: { emails: string[]; phones: string[] },
): Promise<void> {
  const points = [...pointsOf('email', emails, normaliseEmail), ...pointsOf('phone', phones, normalisePhone)]
  const kept = points.map((point) => `${point.kind} ${point.normalised}`)
  await tx
    .deleteFrom('contactPoint')
    .where('workspaceId', '=', workspaceId)
    .where('clientId', '=', clientId)
    .where(sql<boolean>`not (kind || ' ' || normalised = any (${kept}::text[]))`)
    .execute()
  if (points.length === 0) return
  await tx
    .insertInto('contactPoint')
    .values(points.map((point) => ({ workspaceId, id: makeId(), clientId, ...point })))
    .onConflict((on) =>
      on.columns(['workspaceId', 'clientId', 'kind', 'normalised']).doUpdateSet((eb) => ({
        value: eb.ref('excluded.value'),
        position: eb.ref('excluded.position'),
      })),
    )
    .execute()
}

/** Makes these the addresses, or the numbers of one label, of a client. One that had another label gets this one. */
export async function writeLabelled(
  tx: Tx,
  workspaceId: string,
  clientId: string,
  { kind, label }: { kind: Point['kind']; label: PhoneLabel },
  values: string[],
): Promise<void> {
  const points = pointsOf(kind, values, kind === 'email' ? normaliseEmail : normalisePhone)
  const kept = points.map(({ normalised }) => normalised)
  await tx
    .deleteFrom('contactPoint')
    .where('workspaceId', '=', workspaceId)
    .where('clientId', '=', clientId)
    .where('kind', '=', kind)
    .where('label', '=', label)
    .where(sql<boolean>`not normalised = any (${kept}::text[])`)
    .execute()
  if (points.length === 0) return
  await tx
    .insertInto('contactPoint')
    .values(points.map((point) => ({ workspaceId, id: makeId(), clientId, label, ...point })))
    .onConflict((on) =>
      on.columns(['workspaceId', 'clientId', 'kind', 'normalised']).doUpdateSet((eb) => ({
        value: eb.ref('excluded.value'),
        label: eb.ref('excluded.label'),
        position: eb.ref('excluded.position'),
      })),
    )
    .execute()
}

function pointsOf(kind: Point['kind'], values: string[], normalise: (value: string) => string): Point[] {
  const points = new Map<string, Point>()
  for (const value of values) {
    const normalised = normalise(value)
    if (normalised && !points.has(normalised))
      points.set(normalised, { kind, value: value.trim(), normalised, position: points.size })
  }
  return [...points.values()]
}
