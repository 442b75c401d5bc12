import type { Tx } from '@comptoir/db/db'
import type { Staff } from '../identity/actor.ts'
import { keepHeldFiles } from './keep-held-files.ts'
import { releaseFiles } from './release-files.ts'

/** Where it is written what a text holds on to. */
interface Holder {
  /** Holds nothing any more; answers what it held. */
  empty(): Promise<{ fileId: string }[]>
  hold(ids: string[]): Promise<unknown>
}

/** Has a text hold on to these files its writer may see, the pictures in it among them, and to no others. */
export async function replaceHeldFiles(
  tx: Tx,
  staff: Staff,
  holder: Holder,
  ids: string[],
  pictureIds: string[],
): Promise<void> {
  await keepHeldFiles(tx, staff, ids, pictureIds)
  const were = await holder.empty()
  if (ids.length > 0) await holder.hold(ids)
  const left = were.map(({ fileId }) => fileId).filter((id) => !ids.includes(id))
  await releaseFiles(tx, staff.workspaceId, left)
}
