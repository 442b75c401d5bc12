import type { ReminderView, ReminderWish } from '@comptoir/contract/reminders'
import { makeId } from '@comptoir/rules/uuid'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { useLanguage } from '../../app/create-language.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { liveInboxOf } from '../../live/live-inbox.ts'
import type { OwnAct } from '../../live/own-act.ts'

export type ReminderActs = ReturnType<typeof createReminderActs>

type ReminderAct = Extract<OwnAct, { is: 'remind' | 'move-reminder' | 'end-reminder' }>

/** What can be done with reminders, now or when there is a network; each says what it did, with the way back. */
export function createReminderActs() {
  const { t, format } = useLanguage()
  const { outbox, opened } = liveInboxOf(useWorkspace())
  const { acts } = outbox

  /** `version`: of the reminder once it is done, for it alone is undone. */
  async function run(conversationId: string, act: ReminderAct, version: number, sentence: string) {
    const { reminderId } = act
    const about = opened.peek(conversationId)?.conversation.clientName ?? ''
    const { id, told } = acts.do(conversationId, about, act)
    const undo = () => {
      if (!acts.forgo(id))
        void acts.do(conversationId, about, { is: 'undo-reminder', reminderId, version }).told.catch(() => {})
    }
    try {
      const later = (await told) === 'waiting' ? ` ${t('shell.when_back')}` : ''
      void showToast({ tone: 'success', text: sentence + later, action: { label: t('common.undo'), onClick: undo } })
    } catch {
      // Refused: told by whoever hears of it.
    }
  }

  return {
    set: (conversationId: string, wish: ReminderWish) =>
      void run(
        conversationId,
        { is: 'remind', reminderId: makeId(), wish },
        1,
        t('reminders.was_set', { at: format().moment(wish.dueAt) }),
      ),
    change: ({ id: reminderId, conversationId, version }: ReminderView, wish: ReminderWish) =>
      void run(
        conversationId,
        { is: 'move-reminder', reminderId, wish },
        version + 1,
        t('reminders.was_moved', { at: format().moment(wish.dueAt) }),
      ),
    done: ({ id: reminderId, conversationId, version }: ReminderView) =>
      void run(conversationId, { is: 'end-reminder', reminderId, how: 'done' }, version + 1, t('reminders.was_done')),
    cancel: ({ id: reminderId, conversationId, version }: ReminderView) =>
      void run(
        conversationId,
        { is: 'end-reminder', reminderId, how: 'cancel' },
        version + 1,
        t('reminders.was_cancelled'),
      ),
  }
}
