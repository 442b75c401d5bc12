import { sql } from 'kysely'
import { readWorkspace, type Db, type Tx } from '@comptoir/db/db'
import type { ChoiceView } from '@comptoir/contract/client-fields'
import type { FilterChoices } from '@comptoir/contract/filters'
import type { TagView } from '@comptoir/contract/clients'
import { isTeam, type Staff } from '../../identity/actor.ts'
import { clientsOf } from '../../clients/clients.ts'
import { tagsThere } from '../../clients/tags-by-name.ts'
import { conversationsOf } from '../conversations.ts'

const most = 200

/** By which tags, categories and pages this person can filter: those of what they may see. */
export function filterChoices(db: Db, staff: Staff): Promise<FilterChoices> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const [tags, categories, pages] = await Promise.all([
      tagsOf(tx, staff),
      categoriesOf(tx, staff),
      isTeam(staff) ? allPages(tx, staff) : own(tx, staff),
    ])
    return { tags, categories, pages }
  })
}

function tagsOf(tx: Tx, staff: Staff): Promise<TagView[]> {
  return tagsThere(tx, staff.workspaceId)
    .$if(!isTeam(staff), (q) =>
      q.where('tag.id', 'in', (eb) =>
        eb
          .selectFrom('clientTag as t')
          .select('t.tagId')
          .where('t.workspaceId', '=', staff.workspaceId)
          .where('t.clientId', 'in', clientsOf(tx, staff).select('client.id')),
      ),
    )
    .select(['tag.id', 'tag.name', 'tag.tone'])
    .orderBy(sql`lower(tag.name)`)
    .limit(most)
    .execute()
}

function categoriesOf(tx: Tx, { workspaceId }: Staff): Promise<ChoiceView[]> {
  return tx
    .selectFrom('clientChoice')
    .select(['id', 'name', 'tone'])
    .where('workspaceId', '=', workspaceId)
    .where('fieldId', 'is', null)
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** From one page to the next along their index: a business has few, and many conversations of each. */
async function allPages(tx: Tx, { workspaceId }: Staff): Promise<string[]> {
  const { rows } = await sql<{ page: string }>`
    with recursive walked (page) as (
      (select source_page from conversation
       where workspace_id = ${workspaceId} and source_page is not null
       order by source_page limit 1)
      union all
      select (
        select c.source_page from conversation c
        where c.workspace_id = ${workspaceId} and c.source_page is not null and c.source_page > w.page
        order by c.source_page limit 1)
      from walked w where w.page is not null
    )
    select page from walked where page is not null limit ${sql.lit(most)}`.execute(tx)
  return rows.map(({ page }) => page)
}

async function own(tx: Tx, staff: Staff): Promise<string[]> {
  const rows = await conversationsOf(tx, staff)
    .select('sourcePage')
    .distinct()
    .where('sourcePage', 'is not', null)
    .orderBy('sourcePage')
    .limit(most)
    .execute()
  return rows.map(({ sourcePage }) => sourcePage!)
}
