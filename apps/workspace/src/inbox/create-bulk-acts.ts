import type { BulkAct, BulkView, StartBulkInput } from '@comptoir/contract/bulk'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { useLanguage } from '../app/create-language.ts'
import { useShowRefusal } from '../app/show-refusal.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import type { LiveInbox } from '../live/live-inbox.ts'
import { sendCommand } from '../live/send-command.ts'

/** What can be done to many conversations at once: each says to how many it was done, with the way back for all. */
export function createBulkActs(live: LiveInbox) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const showRefusal = useShowRefusal()

  function sentenceOf({ act, total: n }: BulkView) {
    if (act.is === 'tag') return t('bulk.done.tag', { n, tag: act.tag })
    if (act.is !== 'assign') return t(`bulk.done.${act.is}`, { n })
    return act.assigneeId
      ? t('bulk.done.assign', { n, name: workspace.memberName(act.assigneeId) })
      : t('bulk.done.unassign', { n })
  }

  async function run(act: BulkAct, of: StartBulkInput['of'], undone?: () => void) {
    try {
      const bulk = await sendCommand((commandId) => live.api.startBulk({ commandId, act, of }))
      void showToast({
        text: sentenceOf(bulk),
        tone: 'success',
        action: { label: t('common.undo'), onClick: () => void undo(bulk, undone) },
      })
    } catch (error) {
      showRefusal(error)
    }
  }

  async function undo({ id }: BulkView, undone?: () => void) {
    try {
      await sendCommand((commandId) => live.api.undoBulk(id, commandId))
      undone?.()
    } catch (error) {
      showRefusal(error)
    }
  }

  return { run, undo }
}
