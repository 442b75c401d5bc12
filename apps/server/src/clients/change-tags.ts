import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { ChangeTagInput } from '@comptoir/contract/client-fields'
import type { TagView } from '@comptoir/contract/clients'
import type { Staff } from '../identity/actor.ts'
import { now } from '../instant.ts'
import type { Fact } from '../realtime/record-events.ts'
import { teamRoom, userRoom, type Room } from '../realtime/rooms.ts'
import { runCommand, type Live } from '../realtime/run-command.ts'
import { Refusal } from '../refusal.ts'
import { tagsThere } from './tags-by-name.ts'

/** Another name or colour of a tag; one that was removed is there again, for whoever had it. */
export function changeTag(live: Live, staff: Staff, tagId: string, input: ChangeTagInput): Promise<{ tag: TagView }> {
  const command = { name: 'clients.change_tag', commandId: input.commandId, input: { tagId, ...input } }
  return runCommand(live, staff, command, async (tx) => {
    const { workspaceId } = staff
    const { name, tone } = input
    const { removedAt } = await tagToChange(tx, workspaceId, tagId)
    await refuseTwin(tx, workspaceId, tagId, name)
    await tx
      .updateTable('tag')
      .set({ name, tone, removedAt: null })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', tagId)
      .execute()
    const tag = { id: tagId, name, tone }
    const became = removedAt === null ? 'changed' : 'put_back'
    const facts: Fact[] = [
      { name: 'clients.tag_changed', rooms: await roomsOfTag(tx, workspaceId, tagId), data: { tag, became } },
    ]
    return { result: { tag }, facts }
  })
}

/** Takes a tag away; its clients keep it, unseen, until `changeTag` brings it back. */
export function removeTag(live: Live, staff: Staff, tagId: string, commandId: string): Promise<object> {
  return runCommand(live, staff, { name: 'clients.remove_tag', commandId, input: { tagId } }, async (tx) => {
    const { workspaceId } = staff
    await tagToChange(tx, workspaceId, tagId)
    await tx
      .updateTable('tag')
      .set({ removedAt: now() })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', tagId)
      .execute()
    const rooms = await roomsOfTag(tx, workspaceId, tagId)
    return { result: {}, facts: [{ name: 'clients.tag_removed', rooms, data: { tagId } }] }
  })
}

async function tagToChange(tx: Tx, workspaceId: string, tagId: string) {
  const tag = await tx
    .selectFrom('tag')
    .select('removedAt')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', tagId)
    .forUpdate()
    .executeTakeFirst()
  if (!tag) throw new Refusal('not_found', 'errors.tag_missing')
  return tag
}

async function refuseTwin(tx: Tx, workspaceId: string, tagId: string, name: string) {
  const named = tagsThere(tx, workspaceId, 'removed too')
    .where('id', '<>', tagId)
    .where(sql<boolean>`lower(name) = lower(${name})`)
  if (await named.select('id').executeTakeFirst())
    throw new Refusal('invalid', 'errors.invalid', { fields: { name: 'invalid.name_taken' } })
}

/** The team, and the delegates who handle a client with it. */
async function roomsOfTag(tx: Tx, workspaceId: string, tagId: string): Promise<Room[]> {
  const delegates = await tx
    .selectFrom('membership as m')
    .select('m.userId')
    .where('m.workspaceId', '=', workspaceId)
    .where('m.role', '=', 'delegate')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('conversation as c')
          .innerJoin('clientTag as t', (join) =>
            join.onRef('t.workspaceId', '=', 'c.workspaceId').onRef('t.clientId', '=', 'c.clientId'),
          )
          .select('c.id')
          .whereRef('c.workspaceId', '=', 'm.workspaceId')
          .whereRef('c.assigneeId', '=', 'm.userId')
          .where('t.tagId', '=', tagId),
      ),
    )
    .execute()
  return [teamRoom(workspaceId), ...delegates.map(({ userId }) => userRoom(userId))]
}
