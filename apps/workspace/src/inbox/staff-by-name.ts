import { useAwayWords } from '../app/away.ts'
import { useLanguage } from '../app/create-language.ts'
import type { OpenWorkspace } from '../app/create-workspace.ts'
import { useWorkspace } from '../app/workspace-context.ts'

/** Who can answer for a conversation: oneself first, then the others by name. */
export function staffByName(workspace: OpenWorkspace, locale: string) {
  const me = workspace.me()
  const others = Object.values(workspace.members)
    .filter((member) => member.state === 'active' && member.userId !== me.userId)
    .sort((a, b) => a.name.localeCompare(b.name, locale))
  return [{ userId: me.userId, label: me.name }, ...others.map(({ userId, name }) => ({ userId, label: name }))]
}

/** The same, each with whether they are away. */
export function useAssignees() {
  const { t, locale } = useLanguage()
  const workspace = useWorkspace()
  const away = useAwayWords()
  return () =>
    staffByName(workspace, locale()).map(({ userId, label }) => ({
      userId,
      label: away(userId) ? t('absence.beside', { name: label, absence: away(userId) }) : label,
    }))
}
