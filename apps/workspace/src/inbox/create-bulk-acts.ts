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
  const { acts } = live.outbox

  function sentenceOf(act: BulkAct, n: number) {
    if (act.is === 'tag') return t('bulk.done.tag', { n, tag: act.tag })
    if (act.is !== 'assign') return t(`bulk.done.${act.is}`, { n })
    return act.assigneeId
      ? t('bulk.done.assign', { n, name: workspace.memberName(act.assigneeId) })
      : t('bulk.done.unassign', { n })
  }

  async function run(act: BulkAct, of: StartBulkInput['of'], undone?: () => void) {
    try {
      if (of.is === 'these') await runOnThese(act, of, undone)
      else {
        // What a view holds later is not what one meant: it is not kept.
        const { id, total } = await sendCommand((commandId) => live.api.startBulk({ commandId, act, of }))
        say(sentenceOf(act, total), () => undo(id, undone))
      }
    } catch (error) {
      // What was kept and refused is told by whoever hears of it.
      if (of.is === 'view') showRefusal(error)
    }
  }

  async function runOnThese(act: BulkAct, of: StartBulkInput['of'] & { is: 'these' }, undone?: () => void) {
    const { id, commandId, told } = acts.do('', '', { is: 'many', act, of })
    const bulk = await told
    const text =
      bulk === 'waiting' ? `${sentenceOf(act, of.ids.length)} ${t('shell.when_back')}` : sentenceOf(act, bulk.total)
    say(text, async () => {
      if (acts.forgo(id)) undone?.()
      else await undo(commandId, undone)
    })
  }

  function say(text: string, undo: () => Promise<void>) {
    void showToast({ text, tone: 'success', action: { label: t('common.undo'), onClick: () => void undo() } })
  }

  async function undo(bulkId: string, undone?: () => void) {
    try {
      await sendCommand((commandId) => live.api.undoBulk(bulkId, commandId))
      undone?.()
    } catch (error) {
      showRefusal(error)
    }
  }

  return { run, undo: ({ id }: BulkView) => undo(id) }
}
