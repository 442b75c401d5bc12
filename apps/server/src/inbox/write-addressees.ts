import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import { writeOnce } from '@comptoir/db/write-once'

interface Addressed {
  workspaceId: string
  /** Of the message. */
  id: string
  /** As JSON. */
  addressees: string
}

export async function writeAddressees(tx: Tx, addressed: Addressed): Promise<void> {
  await write(tx, addressed)
}

/** As part of a statement that writes more. */
export const addressing = ({ workspaceId, id, addressees }: Addressed) => sql`
  addressed as (
    insert into message_recipient (workspace_id, message_id, position, role, address, name)
    select ${workspaceId}, ${id}, a.position, a.said ->> 'role', a.said ->> 'address', a.said ->> 'name'
    from jsonb_array_elements(${addressees}::jsonb) with ordinality as a (said, position)
  )`

const write = writeOnce((_, addressed: Addressed) => sql`with ${addressing(addressed)} select`)
