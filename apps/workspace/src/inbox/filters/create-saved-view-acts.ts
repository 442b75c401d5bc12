import { useNavigate } from '@solidjs/router'
import type { SavedView } from '@comptoir/contract/filters'
import { makeId } from '@comptoir/rules/uuid'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { useLanguage } from '../../app/create-language.ts'
import { useShowRefusal } from '../../app/show-refusal.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { liveInboxOf } from '../../live/live-inbox.ts'
import { sendCommand } from '../../live/send-command.ts'
import { hrefOfView } from '../views.ts'

type Kept = Pick<SavedView, 'name' | 'view' | 'filter' | 'whose'>

/** What can be done with saved views; each but the plainest says what it did, with the way back. */
export function createSavedViewActs() {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const showRefusal = useShowRefusal()
  const navigate = useNavigate()
  const { api } = liveInboxOf(workspace)

  async function run(work: Promise<unknown>, done?: () => void) {
    try {
      await work
      done?.()
    } catch (error) {
      showRefusal(error)
    }
  }
  function say(text: string, undo?: () => void) {
    void showToast({ text, tone: 'success', ...(undo && { action: { label: t('common.undo'), onClick: undo } }) })
  }
  const hrefOf = (id: string) => hrefOfView(workspace.slug, `saved:${id}`)
  const plain = ({ name, view, filter, whose }: Kept) => ({ name, view, filter: { ...filter }, whose })

  function change(was: SavedView, to: Partial<Kept>, undone?: 'undone') {
    const before = plain(was)
    return run(
      sendCommand((commandId) => api.changeSavedView(was.id, { commandId, ...before, ...to })),
      () => {
        navigate(hrefOf(was.id), { replace: true })
        if (!undone) say(t('filters.changed'), () => void change({ ...was, ...to }, before, 'undone'))
      },
    )
  }

  return {
    /** Keeps it, and goes there. */
    async save(kept: Kept) {
      const id = makeId()
      await run(
        sendCommand((commandId) => api.saveView({ commandId, id, ...plain(kept) })),
        () => {
          navigate(hrefOf(id))
          say(t('filters.saved', { name: kept.name }))
        },
      )
    },
    change,
    remove(was: SavedView) {
      const { id, position } = was
      const kept = { ...plain(was), position }
      return run(
        sendCommand((commandId) => api.removeSavedView(id, commandId)),
        () =>
          say(
            t('filters.removed', { name: kept.name }),
            () => void run(sendCommand((commandId) => api.saveView({ commandId, id, ...kept }))),
          ),
      )
    },
    order: (ids: string[]) => run(sendCommand((commandId) => api.orderSavedViews(ids, commandId))),
  }
}
