import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'
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
  const logged = { workspaceId, actorId, count: facts.length, rows }
  const numbered = command
    ? await logAndClose(tx, { ...logged, commandId: command.id, result: JSON.stringify(command.result ?? null) })
    : await log(tx, logged)
  return facts.map(({ name, rooms, data }, i) => ({ name, rooms, data, workspaceId, actorId, ...numbered[i]! }))
}

interface ToLog {
  workspaceId: string
  actorId: string | null
  count: number
  /** The facts, as JSON. */
  rows: string
}

interface Closing {
  commandId: string
  result: string
}

const log = writeOnce((_, toLog: ToLog) => numberAndLog(toLog, sql``))

const logAndClose = writeOnce((_, toLog: ToLog & Closing) =>
  numberAndLog(
    toLog,
    sql`closed as (update command set result = ${toLog.result}::jsonb
                   where workspace_id = ${toLog.workspaceId} and id = ${toLog.commandId}),`,
  ),
)

function numberAndLog({ workspaceId, actorId, count, rows }: ToLog, closing: RawBuilder<unknown>) {
  return sql<{ seq: number; at: string }>`
    with ${closing}
    counter as (
      update event_counter set last_seq = last_seq + ${count}::integer
      where workspace_id = ${workspaceId}
      returning last_seq
    )
    insert into event (workspace_id, seq, name, rooms, data, actor_id, client_id)
    select ${workspaceId}, c.last_seq - ${count}::integer + f.position, f.fact ->> 'name',
           array(select jsonb_array_elements_text(f.fact -> 'rooms')), f.fact -> 'data', ${actorId}::uuid, (f.fact ->> 'client')::uuid
    from counter c, jsonb_array_elements(${rows}::jsonb) with ordinality as f (fact, position)
    returning seq, at`
}

/** Staff and clients never hear the same event: their views are built apart. */
function refuseMixedRooms(fact: Fact) {
  const forClients = fact.rooms.filter((room) => room.startsWith('client:')).length
  if (forClients !== 0 && forClients !== fact.rooms.length) throw new Error(`${fact.name} mixes clients and staff`)
  if (fact.rooms.length === 0) throw new Error(`${fact.name} is heard by nobody`)
}
