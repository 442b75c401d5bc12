import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { TagView } from '@comptoir/contract/clients'
import { tagsByName } from '../../clients/tags-by-name.ts'
import type { ConversationToChange } from '../conversations.ts'
import { alike } from './alike.ts'
import type { Applied, Changed, Doer } from './apply-act.ts'
import type { Was } from './undo-act.ts'

/** Gives the clients of these conversations a tag; who has it already keeps it when that is undone. */
export async function tagAll(
  tx: Tx,
  { workspaceId }: Doer,
  name: string,
  rows: ConversationToChange[],
): Promise<Applied> {
  const [tag] = await tagsByName(tx, workspaceId, [name])
  const { rows: given } = await sql<{ clientId: string }>`
    insert into client_tag (workspace_id, client_id, tag_id)
    select distinct on (c.id) ${workspaceId}::uuid, c.id, ${tag!.id}::uuid
    from unnest(${rows.map(({ clientId }) => clientId)}::uuid[]) c (id)
    order by c.id
    on conflict do nothing
    returning client_id`.execute(tx)
  const clients = new Set(given.map(({ clientId }) => clientId))
  const tagged = rows.filter(({ clientId }) => clients.has(clientId))
  const was = new Map(tagged.map(({ id }) => [id, { tagId: tag!.id }]))
  return alike({ is: 'tag', tag: tag!, became: 'tagged' }, was)
}

/** Takes it back from those who got it by this act. */
export async function untagAll(
  tx: Tx,
  workspaceId: string,
  rows: (ConversationToChange & { was: Was })[],
): Promise<Changed[]> {
  const tagId = rows.find(({ was }) => was?.tagId)?.was.tagId
  if (!tagId) return []
  const tag: TagView = await tx
    .selectFrom('tag')
    .select(['id', 'name', 'tone'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', tagId)
    .executeTakeFirstOrThrow()
  await sql`
    delete from client_tag
    where workspace_id = ${workspaceId} and tag_id = ${tagId}
      and client_id = any(${rows.map(({ clientId }) => clientId)}::uuid[])`.execute(tx)
  return [{ change: { is: 'tag', tag, became: 'untagged' }, ids: rows.map(({ id }) => id) }]
}
