import { sql } from 'kysely'
import { inWorkspace, type Db } from '@comptoir/db/db'
import type { ExampleMember } from '@comptoir/contract/identity'
import type { Config } from '../config.ts'
import type { ExampleBusiness } from '../identity/example-business.ts'
import { Refusal } from '../refusal.ts'
import { makeExample, type ExampleParts } from './make-example.ts'

const loopback = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

/** The example business: made by commands, entered with one click, and only on a machine of one's own. */
export function exampleBusiness(parts: ExampleParts): ExampleBusiness {
  const { live, config } = parts
  let making: Promise<void> | null = null

  async function make() {
    if (await isRefused(live.db, config)) throw new Refusal('not_allowed', 'errors.example_refused')
    if (await exampleId(live.db)) return
    try {
      await makeExample(parts)
    } catch (error) {
      // Half an example would be taken for a whole one at the next start.
      await erase()
      throw error
    }
  }

  async function erase() {
    const id = await exampleId(live.db)
    if (id) await sql`select erase_example(${id})`.execute(live.db.system)
  }

  /** Two who ask at once wait for the same one. */
  function makeOnce() {
    making ??= make().finally(() => {
      making = null
    })
    return making
  }

  return {
    async state() {
      if (await isRefused(live.db, config)) return { example: 'refused', exampleMembers: [] }
      const id = await exampleId(live.db)
      if (!id || making) return { example: 'available', exampleMembers: [] }
      return { example: 'made', exampleMembers: await membersOf(live.db, id) }
    },
    make: makeOnce,
    async reset() {
      await making
      await erase()
      await makeOnce()
    },
    async signInAs(userId) {
      const id = (await isRefused(live.db, config)) ? null : await exampleId(live.db)
      const members = id ? await membersOf(live.db, id) : []
      if (!members.some((member) => member.userId === userId)) throw new Refusal('not_found', 'errors.not_found')
      return userId
    },
  }
}

/** One click signs in as anybody there, so never where others can reach it, nor beside a real business. */
async function isRefused(db: Db, config: Config) {
  if (!loopback.has(new URL(config.publicUrl).hostname) || !loopback.has(config.host)) return true
  const { rows } = await sql<{ example: boolean }>`select example from workspaces()`.execute(db.system)
  return rows.some((row) => !row.example)
}

async function exampleId(db: Db): Promise<string | null> {
  const { rows } = await sql<{ workspaceId: string }>`select workspace_id from workspaces() where example`.execute(
    db.system,
  )
  return rows[0]?.workspaceId ?? null
}

function membersOf(db: Db, workspaceId: string): Promise<ExampleMember[]> {
  return inWorkspace(db, workspaceId, (tx) =>
    tx
      .selectFrom('membership as m')
      .innerJoin('appUser as u', 'u.id', 'm.userId')
      .innerJoin('workspace as w', 'w.workspaceId', 'm.workspaceId')
      .select(['u.id as userId', 'u.name', 'u.email', 'm.role', 'w.slug'])
      .where('m.workspaceId', '=', workspaceId)
      .where('m.disabledAt', 'is', null)
      .orderBy('u.id')
      .execute(),
  )
}
