import type { ReminderView } from '@comptoir/contract/reminders'
import { useLanguage } from '../../app/create-language.ts'
import { useWorkspace } from '../../app/workspace-context.ts'

/** Says who is told, and on what condition: « Pour vous · si pas de réponse ». */
export function useOwnerWords() {
  const { t } = useLanguage()
  const { me, memberName } = useWorkspace()
  return ({ ownerId, condition }: Pick<ReminderView, 'ownerId' | 'condition'>) => {
    const who =
      ownerId === null
        ? t('reminders.of_team')
        : ownerId === me().userId
          ? t('reminders.of_me')
          : t('reminders.of', { name: memberName(ownerId) })
    return condition === 'unanswered' ? `${who} · ${t('reminders.if_unanswered')}` : who
  }
}
