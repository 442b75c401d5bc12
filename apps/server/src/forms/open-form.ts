import { readWorkspace, type Db } from '@comptoir/db/db'
import type { FormSlice } from '@comptoir/contract/forms'
import type { Staff } from '../identity/actor.ts'
import { currentSeq } from '../realtime/current-seq.ts'
import { formOf } from './form-view.ts'

/** The form as its settings show it. */
export function openForm(db: Db, { workspaceId }: Staff): Promise<FormSlice> {
  return readWorkspace(db, workspaceId, async (tx) => {
    const [seq, form] = await Promise.all([currentSeq(tx, workspaceId), formOf(tx, workspaceId)])
    return { seq, form }
  })
}
