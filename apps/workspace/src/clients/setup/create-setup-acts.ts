import type { AddFieldInput, ChoiceView, FieldView } from '@comptoir/contract/client-fields'
import type { TagView, Tone } from '@comptoir/contract/clients'
import { makeId } from '@comptoir/rules/uuid'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { useLanguage } from '../../app/create-language.ts'
import { useShowRefusal } from '../../app/show-refusal.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { liveClientsOf } from '../../live/live-clients.ts'
import { sendCommand } from '../../live/send-command.ts'

export type SetupActs = ReturnType<typeof createSetupActs>

/** What can be done with the fields, the categories and the tags; what is taken away can be put back. */
export function createSetupActs() {
  const { t } = useLanguage()
  const showRefusal = useShowRefusal()
  const { api } = liveClientsOf(useWorkspace())

  async function quietly(work: Promise<unknown>, done?: () => void) {
    try {
      await work
      done?.()
    } catch (error) {
      showRefusal(error)
    }
  }
  function removed(name: string, putBack: () => Promise<unknown>) {
    const action = { label: t('common.undo'), onClick: () => void quietly(putBack()) }
    void showToast({ text: t('client_fields.removed', { name }), action })
  }
  const changeField = (field: FieldView, to: Partial<Pick<FieldView, 'name' | 'uniqueness'>> = {}) => {
    const { name, uniqueness } = { ...field, ...to }
    return sendCommand((commandId) => api.changeField(field.id, { commandId, name, uniqueness }))
  }
  const changeChoice = ({ id, ...was }: ChoiceView, to: { name?: string; tone?: Tone } = {}) =>
    sendCommand((commandId) => api.changeChoice(id, { commandId, ...was, ...to }))
  const changeTag = ({ id, ...was }: TagView, to: { name?: string; tone?: Tone } = {}) =>
    sendCommand((commandId) => api.changeTag(id, { commandId, ...was, ...to }))

  return {
    quietly,
    addField(field: Pick<AddFieldInput, 'name' | 'kind'>) {
      const id = makeId()
      return sendCommand((commandId) => api.addField({ commandId, id, uniqueness: 'free', ...field }))
    },
    changeField,
    orderFields: (ids: string[]) => quietly(sendCommand((commandId) => api.orderFields(ids, commandId))),
    removeField(field: FieldView) {
      const was = { ...field }
      return quietly(
        sendCommand((commandId) => api.removeField(was.id, commandId)),
        () => removed(was.name, () => changeField(was)),
      )
    },
    addChoice(fieldId: string | null, name: string, tone: Tone) {
      const id = makeId()
      return sendCommand((commandId) => api.addChoice({ commandId, id, fieldId, name, tone }))
    },
    changeChoice,
    orderChoices: (ids: string[]) => quietly(sendCommand((commandId) => api.orderChoices(ids, commandId))),
    removeChoice(choice: ChoiceView) {
      const was = { ...choice }
      return quietly(
        sendCommand((commandId) => api.removeChoice(was.id, commandId)),
        () => removed(was.name, () => changeChoice(was)),
      )
    },
    changeTag,
    removeTag(tag: TagView) {
      const was = { ...tag }
      return quietly(
        sendCommand((commandId) => api.removeTag(was.id, commandId)),
        () => removed(was.name, () => changeTag(was)),
      )
    },
  }
}
