import type { Tx } from '@comptoir/db/db'
import type { TagView, Tone } from '@comptoir/contract/clients'
import { makeId } from '@comptoir/rules/uuid'

/** The tags of these names; one that does not exist is made. */
export async function tagsByName(tx: Tx, workspaceId: string, names: string[]): Promise<TagView[]> {
  const byName = new Map(names.map((name) => [name.toLowerCase(), name]))
  if (byName.size === 0) return []
  // In the order of the names: two colleagues who make the same tags do not wait for each other.
  const wanted = [...byName.values()].sort()
  await tx
    .insertInto('tag')
    .values(wanted.map((name) => ({ workspaceId, id: makeId(), name, tone: toneOf(name) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return tx
    .selectFrom('tag')
    .select(['id', 'name', 'tone'])
    .where('workspaceId', '=', workspaceId)
    .where((eb) =>
      eb(
        eb.fn<string>('lower', ['name']),
        'in',
        wanted.map((name) => eb.fn<string>('lower', [eb.val(name)])),
      ),
    )
    .execute()
}

/** A colour to begin with, the same for the same name. */
function toneOf(name: string): Tone {
  const sum = new TextEncoder().encode(name.toLowerCase()).reduce((total, byte) => total + byte, 0)
  return tones[sum % tones.length]!
}

const tones: Tone[] = ['accent', 'warm', 'info', 'plum', 'neutral']
