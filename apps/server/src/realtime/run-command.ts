import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { inWorkspace, inWorkspaceWithLast, type Db, type Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'
import { idOf, type ClientActor, type Staff, type System } from '../identity/actor.ts'
import { Refusal } from '../refusal.ts'
import { recordEvents, type Fact, type RecordedEvent } from './record-events.ts'
import { retryingDeadlocks } from './retrying-deadlocks.ts'

/** The database, and whoever tells the screens what was committed. */
export interface Live {
  db: Db
  committed(events: RecordedEvent[]): void
}

/** What a command did: its answer, its facts, and the client they are about. */
export interface Done<Result> {
  result: Result
  facts: Fact[]
  clientId?: string
  /** Statements already asked whose answers nothing else needs: they leave together with the last one. */
  asked?: Promise<unknown>
}

/** A command's name, the id its client made, and its whole input. */
export interface Command {
  name: string
  commandId: string
  input: unknown
}

/**
 * Runs a command once: rows, facts and answer are committed together. The same id again gets the stored answer;
 * with another input it is a conflict, and from another actor it does not exist.
 */
export async function runCommand<Result>(
  live: Live,
  actor: Staff | ClientActor,
  command: Command,
  work: (tx: Tx) => Promise<Done<Result>>,
): Promise<Result> {
  const { workspaceId } = actor
  const hash = createHash('sha256').update(JSON.stringify(command.input)).digest()
  return retryingDeadlocks(async () => {
    try {
      const { events, result } = await inWorkspaceWithLast(
        live.db,
        workspaceId,
        (tx) => runFirst(tx, actor, command, hash, work),
        async (tx, { result, facts, clientId, asked }) => {
          const recording = { workspaceId, actorId: idOf(actor), clientId: clientId ?? null, facts }
          const closing = { id: command.commandId, result }
          const [events] = await Promise.all([recordEvents(tx, { ...recording, command: closing }), asked])
          return { events, result }
        },
      )
      live.committed(events)
      return result
    } catch (error) {
      if (!(error instanceof AlreadyRun)) throw error
      return await inWorkspace(live.db, workspaceId, (tx) => storedResult<Result>(tx, actor, command, hash))
    }
  }).catch(refuseTakenId)
}

/** The claim and the first reading of `work` leave together; what a twin did until it is found out is rolled back. */
async function runFirst<Result>(
  tx: Tx,
  actor: Staff | ClientActor,
  command: Command,
  hash: Buffer,
  work: (tx: Tx) => Promise<Done<Result>>,
): Promise<Done<Result>> {
  const [claimed, worked] = await Promise.allSettled([claimCommand(tx, actor, command, hash), work(tx)])
  if (claimed.status === 'rejected') throw claimed.reason
  if (worked.status === 'rejected') throw worked.reason
  return worked.value
}

/** A twin was here before. */
class AlreadyRun extends Error {}

/** The same for what the program does by itself; `work` must be safe to try again. */
export async function runWork<Result>(
  live: Live,
  actor: System,
  work: (tx: Tx) => Promise<Done<Result>>,
): Promise<Result> {
  const { workspaceId } = actor
  return retryingDeadlocks(async () => {
    const { events, result } = await inWorkspaceWithLast(live.db, workspaceId, work, async (tx, done) => {
      if (done.facts.length === 0) return { events: [], result: done.result }
      const recording = {
        workspaceId,
        actorId: null,
        clientId: done.clientId ?? null,
        facts: done.facts,
        command: null,
      }
      return { events: await recordEvents(tx, recording), result: done.result }
    })
    live.committed(events)
    return result
  }).catch(refuseTakenId)
}

async function claimCommand(tx: Tx, actor: Staff | ClientActor, command: Command, inputHash: Buffer) {
  const { commandId, name } = command
  const claimed = await claim(tx, { workspaceId: actor.workspaceId, actorId: idOf(actor), commandId, name, inputHash })
  if (claimed.length === 0) throw new AlreadyRun(name)
}

interface Claim {
  workspaceId: string
  actorId: string
  commandId: string
  name: string
  inputHash: Buffer
}

const claim = writeOnce(
  (_, { workspaceId, actorId, commandId, name, inputHash }: Claim) => sql<{ id: string }>`
    insert into command (workspace_id, id, actor_id, name, input_hash)
    values (${workspaceId}, ${commandId}, ${actorId}, ${name}, ${inputHash})
    on conflict do nothing
    returning id`,
)

async function storedResult<Result>(
  tx: Tx,
  actor: Staff | ClientActor,
  command: Command,
  hash: Buffer,
): Promise<Result> {
  const twin = await tx
    .selectFrom('command')
    .select(['actorId', 'name', 'inputHash', 'result'])
    .where('workspaceId', '=', actor.workspaceId)
    .where('id', '=', command.commandId)
    .executeTakeFirst()
  if (!twin || twin.actorId !== idOf(actor)) throw new Refusal('not_found', 'errors.not_found')
  if (twin.name !== command.name || !hash.equals(twin.inputHash)) throw new Refusal('conflict', 'errors.command_reused')
  return twin.result as Result
}

/** Screens make the ids of what they make: one that is taken was sent before, under another command. */
function refuseTakenId(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code === '23505' && /_pkey$|_message_id_/.test(constraint ?? ''))
    throw new Refusal('conflict', 'errors.command_reused')
  throw error
}
