/** Does the work of each business for itself, and answers what went wrong: it holds nothing of the others up. */
export async function eachBusiness<Row extends { workspaceId: string }>(
  rows: Row[],
  work: (workspaceId: string, mine: Row[]) => Promise<void>,
): Promise<unknown[]> {
  const wrong: unknown[] = []
  for (const [workspaceId, mine] of Map.groupBy(rows, (row) => row.workspaceId))
    await work(workspaceId, mine).catch((error: unknown) => wrong.push(error))
  return wrong
}
