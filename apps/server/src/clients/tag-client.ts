import type { Tx } from '@comptoir/db/db'
import type { ClientView, TagClientInput, Tone } from '@comptoir/contract/clients'
import { makeId } from '@comptoir/rules/uuid'
import type { Staff } from '../identity/actor.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { clientChanged } from './client-changed.ts'
import { clientToChange } from './clients.ts'

/** Gives a client exactly these tags; one whose name is new is made. */
export function tagClient(
  live: Live,
  staff: Staff,
  clientId: string,
  input: TagClientInput,
): Promise<{ client: ClientView }> {
  const command = { name: 'clients.tag_client', commandId: input.commandId, input: { clientId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId } = staff
    await clientToChange(tx, staff, clientId)
    const tagIds = await tagsByName(tx, workspaceId, input.tags)
    await tx.deleteFrom('clientTag').where('workspaceId', '=', workspaceId).where('clientId', '=', clientId).execute()
    if (tagIds.length > 0) {
      await tx
        .insertInto('clientTag')
        .values(tagIds.map((tagId) => ({ workspaceId, clientId, tagId })))
        .execute()
    }
    return clientChanged(tx, workspaceId, clientId)
  })
}

async function tagsByName(tx: Tx, workspaceId: string, names: string[]): Promise<string[]> {
  const byName = new Map(names.map((name) => [name.toLowerCase(), name]))
  if (byName.size === 0) return []
  // In the order of the names: two colleagues who make the same tags do not wait for each other.
  const wanted = [...byName.values()].sort()
  await tx
    .insertInto('tag')
    .values(wanted.map((name) => ({ workspaceId, id: makeId(), name, tone: toneOf(name) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const rows = await tx
    .selectFrom('tag')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where((eb) =>
      eb(
        eb.fn<string>('lower', ['name']),
        'in',
        wanted.map((name) => eb.fn<string>('lower', [eb.val(name)])),
      ),
    )
    .execute()
  return rows.map((row) => row.id)
}

/** A colour to begin with, the same for the same name. */
function toneOf(name: string): Tone {
  const sum = new TextEncoder().encode(name.toLowerCase()).reduce((total, byte) => total + byte, 0)
  return tones[sum % tones.length]!
}

const tones: Tone[] = ['accent', 'warm', 'info', 'plum', 'neutral']
