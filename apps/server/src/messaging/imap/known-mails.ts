import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'

/** When the first and the last of some mails came to their server. */
export interface Known {
  earliest: string
  latest: string
}

/** When what was read of a folder under other numbers than these was kept by its server. */
export async function knownOf(
  tx: Tx,
  workspaceId: string,
  folderId: string,
  uidValidity: number,
): Promise<Known | null> {
  const fetched = tx
    .selectFrom('fetchedMail')
    .select('internalAt')
    .where('workspaceId', '=', workspaceId)
    .where('folderId', '=', folderId)
  // With `<>`, every mail of the folder would be looked at for every batch of its history.
  const others = fetched
    .where('uidValidity', '<', uidValidity)
    .unionAll(fetched.where('uidValidity', '>', uidValidity))
    .as('others')
  const { earliest, latest } = await tx
    .selectFrom(others)
    .select((eb) => [eb.fn.min('internalAt').as('earliest'), eb.fn.max('internalAt').as('latest')])
    .executeTakeFirstOrThrow()
  return earliest && latest ? { earliest, latest } : null
}

export interface SeenOnServer {
  uid: number
  mailId: string | null
  sizeBytes: number
  internalAt: string | null
}

/** Which of these, seen under new numbers, are mails we have: the same id, size and moment. By number. */
export async function recognise(
  tx: Tx,
  workspaceId: string,
  folderId: string,
  uidValidity: number,
  seen: SeenOnServer[],
): Promise<Map<number, string>> {
  const mailIds = seen.flatMap(({ mailId }) => mailId ?? [])
  if (mailIds.length === 0) return new Map()
  const { rows } = await sql<{ mailId: string; sizeBytes: number; internalAt: string; id: string }>`
    select fetched.mail_id, file.size_bytes, fetched.internal_at, fetched.incoming_mail_id as id
    from fetched_mail fetched
    join incoming_mail mail on mail.workspace_id = fetched.workspace_id and mail.id = fetched.incoming_mail_id
    join file on file.workspace_id = mail.workspace_id and file.id = mail.file_id
    where fetched.workspace_id = ${workspaceId} and fetched.folder_id = ${folderId}
      and fetched.uid_validity <> ${uidValidity} and fetched.mail_id = any(${mailIds})`.execute(tx)
  const had = new Map(rows.map((row) => [signOf(row.mailId, row.sizeBytes, row.internalAt), row.id]))
  return new Map(
    seen.flatMap(({ uid, mailId, sizeBytes, internalAt }) => {
      const id = mailId && internalAt ? had.get(signOf(mailId, sizeBytes, internalAt)) : undefined
      return id ? [[uid, id] as const] : []
    }),
  )
}

function signOf(mailId: string, sizeBytes: number, at: string) {
  return `${Date.parse(at)} ${sizeBytes} ${mailId}`
}
