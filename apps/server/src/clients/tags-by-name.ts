import type { Tx } from '@comptoir/db/db'
import type { TagView, Tone } from '@comptoir/contract/clients'
import { makeId } from '@comptoir/rules/uuid'

/** The tags of these names; one that does not exist is made. */
export async function tagsByName(tx: Tx, workspaceId: string, names: string[]): Promise<TagView[]> {
  const byName = new Map(names.map((name) => [name.toLowerCase(), name]))
  if (byName.size === 0) return []
  // In the order of the names: two colleagues who make the same tags do not wait for each other.
  const wanted = [...byName.values()].sort()
  await makeMissing(tx, workspaceId, wanted)
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

/** Those that are not there yet, each in a colour that few have. */
async function makeMissing(tx: Tx, workspaceId: string, wanted: string[]) {
  const there = await tagsThere(tx, workspaceId, 'removed too').select(['name', 'tone']).execute()
  const missing = wanted.filter((name) => !there.some((tag) => tag.name.toLowerCase() === name.toLowerCase()))
  if (missing.length === 0) return
  const times = (tone: Tone) => there.filter((tag) => tag.tone === tone).length
  const rested = tones.toSorted((a, b) => times(a) - times(b))
  await tx
    .insertInto('tag')
    .values(missing.map((name, i) => ({ workspaceId, id: makeId(), name, tone: rested[i % rested.length]! })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const tones: Tone[] = ['accent', 'warm', 'info', 'plum', 'moss', 'neutral']
