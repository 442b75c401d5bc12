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
  const tags = await tagsThere(tx, workspaceId, 'removed too')
    .select(['id', 'name', 'tone', 'removedAt'])
    .where((eb) =>
      eb(
        eb.fn<string>('lower', ['name']),
        'in',
        wanted.map((name) => eb.fn<string>('lower', [eb.val(name)])),
      ),
    )
    .execute()
  const removed = tags.flatMap(({ id, removedAt }) => (removedAt === null ? [] : [id]))
  if (removed.length > 0) await makeAnew(tx, workspaceId, removed)
  return tags.map(({ id, name, tone }) => ({ id, name, tone }))
}

/** The tags of the business. */
export function tagsThere(tx: Tx, workspaceId: string, which?: 'removed too') {
  const all = tx.selectFrom('tag').where('workspaceId', '=', workspaceId)
  return which ? all : all.where('removedAt', 'is', null)
}

/** A tag that was removed and is given again is a new one: those who had it before have not. */
async function makeAnew(tx: Tx, workspaceId: string, tagIds: string[]) {
  await tx.deleteFrom('clientTag').where('workspaceId', '=', workspaceId).where('tagId', 'in', tagIds).execute()
  await tx
    .updateTable('tag')
    .set({ removedAt: null })
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', tagIds)
    .execute()
}

/** A colour to begin with, the same for the same name. */
function toneOf(name: string): Tone {
  const sum = new TextEncoder().encode(name.toLowerCase()).reduce((total, byte) => total + byte, 0)
  return tones[sum % tones.length]!
}

const tones: Tone[] = ['accent', 'warm', 'info', 'plum', 'neutral']
