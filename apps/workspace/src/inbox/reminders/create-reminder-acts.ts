import type { ReminderView, ReminderWish } from '@comptoir/contract/reminders'
import { makeId } from '@comptoir/rules/uuid'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { useLanguage } from '../../app/create-language.ts'
import { useShowRefusal } from '../../app/show-refusal.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { liveInboxOf } from '../../live/live-inbox.ts'
import { sendCommand } from '../../live/send-command.ts'

export type ReminderActs = ReturnType<typeof createReminderActs>

/** What can be done with reminders; each says what it did, with the way back. */
export function createReminderActs() {
  const { t, format } = useLanguage()
  const { api } = liveInboxOf(useWorkspace())
  const showRefusal = useShowRefusal()

  async function run(
    attempt: (commandId: string) => Promise<{ reminder: ReminderView }>,
    sentence: (at: string) => string,
  ) {
    try {
      const { reminder } = await sendCommand(attempt)
      const action = { label: t('common.undo'), onClick: () => void undo(reminder) }
      void showToast({ tone: 'success', text: sentence(format().moment(reminder.dueAt)), action })
    } catch (error) {
      showRefusal(error)
    }
  }

  async function undo({ id, version }: ReminderView) {
    try {
      await sendCommand((commandId) => api.undoReminder(id, version, commandId))
    } catch (error) {
      showRefusal(error)
    }
  }

  return {
    set(conversationId: string, wish: ReminderWish) {
      const reminderId = makeId()
      void run(
        (commandId) => api.setReminder(conversationId, { ...wish, reminderId }, commandId),
        (at) => t('reminders.was_set', { at }),
      )
    },
    change: ({ id }: ReminderView, wish: ReminderWish) =>
      void run(
        (commandId) => api.changeReminder(id, wish, commandId),
        (at) => t('reminders.was_moved', { at }),
      ),
    done: ({ id }: ReminderView) =>
      void run(
        (commandId) => api.endReminder(id, 'done', commandId),
        () => t('reminders.was_done'),
      ),
    cancel: ({ id }: ReminderView) =>
      void run(
        (commandId) => api.endReminder(id, 'cancel', commandId),
        () => t('reminders.was_cancelled'),
      ),
  }
}
