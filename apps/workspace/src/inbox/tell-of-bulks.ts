import type { BulkAct, BulkView } from '@comptoir/contract/bulk'
import { showToast } from '@comptoir/ui/show-toast.ts'
import type { MessageKey } from '../app/create-language.ts'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { liveInboxOf } from '../live/live-inbox.ts'
import { createBulkActs } from './create-bulk-acts.ts'

const nameOf: Record<BulkAct['is'], MessageKey> = {
  archive: 'inbox.acts.archive',
  reopen: 'inbox.acts.reopen',
  delete: 'inbox.acts.delete',
  restore: 'inbox.acts.restore',
  read: 'bulk.mark_read',
  unread: 'inbox.acts.mark_unread',
  assign: 'inbox.acts.assign',
  tag: 'bulk.tag',
  remind: 'inbox.reminder.set',
}

/** What was asked of many and could not be done to some is told when it has ended, with the way back for what was. */
export function tellOfBulks() {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const { undo } = createBulkActs(liveInboxOf(workspace))
  const failed = ({ state, done, total }: BulkView) => (state === 'done' ? total - done : state === 'undone' ? done : 0)

  workspace.events.listen((event) => {
    if (event.name !== 'inbox.bulk_moved') return
    const { bulk } = event.data
    const n = failed(bulk)
    if (n === 0) return
    const act = t(nameOf[bulk.act.is])
    const mayUndo = bulk.state === 'done' && bulk.done > 0
    void showToast({
      tone: 'danger',
      text: t(bulk.state === 'done' ? 'bulk.failed' : 'bulk.undo_failed', { n, act }),
      durationMs: 20_000,
      ...(mayUndo && { action: { label: t('bulk.undo_rest'), onClick: () => void undo(bulk) } }),
    })
  })
}
