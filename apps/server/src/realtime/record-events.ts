import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { ClientFacts, StaffFacts } from '@comptoir/contract/events'
import type { LoggedEvent } from '@comptoir/contract/realtime'
import type { Room } from './rooms.ts'

type Facts = StaffFacts & ClientFacts

/** A fact a command returns: what happened, who hears it, and which client it is about where that is another's. */
export type Fact = {
  [Name in keyof Facts]: { name: Name; rooms: Room[]; data: Facts[Name]; clientId?: string | null }
}[keyof Facts]

/** An event as the tail sends it. */
export type RecordedEvent = LoggedEvent & { rooms: Room[] }

export interface Recording {
  workspaceId: string
  actorId: string | null
  /** The client the facts are about, so that erasing a client erases them. */
  clientId: string | null
  facts: Fact[]
  /** The command to close in the same statement. */
  command: { id: string; result: unknown } | null
}

/**
 * Numbers and logs the facts of a transaction, as its last statement: the counter row's lock then makes the
 * numbers follow the order of the commits, and is held only for the commit itself.
 */
export async function recordEvents(tx: Tx, recording: Recording): Promise<RecordedEvent[]> {
  const { workspaceId, actorId, clientId, facts, command } = recording
  facts.forEach(refuseMixedRooms)
  const rows = JSON.stringify(
    facts.map((fact) => ({ name: fact.name, rooms: fact.rooms, data: fact.data, client: fact.clientId ?? clientId })),
  )
  const closing = command
    ? sql`closed as (update command set result = ${JSON.stringify(command.result ?? null)}::jsonb
                     where workspace_id = ${workspaceId} and id = ${command.id}),`
    : sql``
  const { rows: numbered } = await sql<{ seq: number; at: string }>`
    with ${closing}
    counter as (
      update event_counter set last_seq = last_seq + ${facts.length}::integer
      where workspace_id = ${workspaceId}
      returning last_seq
    )
    insert into event (workspace_id, seq, name, rooms, data, actor_id, client_id)
    select ${workspaceId}, c.last_seq - ${facts.length}::integer + f.position, f.fact ->> 'name',
           array(select jsonb_array_elements_text(f.fact -> 'rooms')), f.fact -> 'data', ${actorId}::uuid, (f.fact ->> 'client')::uuid
    from counter c, jsonb_array_elements(${rows}::jsonb) with ordinality as f (fact, position)
    returning seq, at`.execute(tx)
  return facts.map(({ name, rooms, data }, i) => ({ name, rooms, data, workspaceId, actorId, ...numbered[i]! }))
}

/** Staff and clients never hear the same event: their views are built apart. */
function refuseMixedRooms(fact: Fact) {
  const forClients = fact.rooms.filter((room) => room.startsWith('client:')).length
  if (forClients !== 0 && forClients !== fact.rooms.length) throw new Error(`${fact.name} mixes clients and staff`)
  if (fact.rooms.length === 0) throw new Error(`${fact.name} is heard by nobody`)
}
