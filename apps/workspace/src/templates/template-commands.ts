import type { TemplateView } from '@comptoir/contract/templates'
import { makeId } from '@comptoir/rules/uuid'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { createPress } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { liveInboxOf } from '../live/live-inbox.ts'

/** What is done with a kept text in one press, with its way back. */
export function useTemplateCommands() {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const { templatesApi } = liveInboxOf(workspace)
  const restore = createPress((id: string) => templatesApi.restore(id, makeId()))
  const remove = createPress(async ({ id, name }: TemplateView) => {
    await templatesApi.remove(id, makeId())
    const action = { label: t('common.undo'), onClick: () => void restore.run(id) }
    void showToast({ tone: 'success', text: t('templates.removed', { name }), action })
  })
  const duplicate = createPress(async ({ name, category, bodyHtml, fallbacks, files, whose }: TemplateView) => {
    const id = makeId()
    const copy = t('templates.copy_of', { name }).slice(0, 80)
    await templatesApi.add({
      commandId: makeId(),
      id,
      name: copy,
      category,
      bodyHtml,
      fallbacks: { ...fallbacks },
      fileIds: files.map((file) => file.id),
      // A delegate's copy of what is the team's is their own.
      whose: workspace.isTeam() ? whose : 'own',
    })
    const action = { label: t('common.undo'), onClick: () => void templatesApi.remove(id, makeId()) }
    void showToast({ tone: 'success', text: t('templates.duplicated', { name: copy }), action })
  })
  return { remove, duplicate }
}
