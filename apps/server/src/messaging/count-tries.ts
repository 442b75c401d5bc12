import type { Tx } from '@comptoir/db/db'

/**
 * How often each of these mails was taken up, this time included. Counted before it is, so that a mail that kills the
 * process is not tried for ever; `counted` are those that this process has already counted.
 */
export async function countTries(
  tx: Tx,
  workspaceId: string,
  ids: string[],
  counted: Set<string>,
): Promise<Map<string, number>> {
  const news = ids.filter((id) => !counted.has(id))
  const rows =
    news.length === 0
      ? []
      : await tx
          .updateTable('incomingMail')
          .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
          .where('workspaceId', '=', workspaceId)
          .where('id', 'in', news)
          .where('state', '=', 'stored')
          .returning(['id', 'attempts'])
          .execute()
  for (const id of news) counted.add(id)
  return new Map(rows.map(({ id, attempts }) => [id, attempts]))
}
