import type { OpenWorkspace } from '../app/create-workspace.ts'

/** Who can answer for a conversation: oneself first, then the others by name. */
export function staffByName(workspace: OpenWorkspace, locale: string) {
  const me = workspace.me()
  const others = Object.values(workspace.members)
    .filter((member) => member.state === 'active' && member.userId !== me.userId)
    .sort((a, b) => a.name.localeCompare(b.name, locale))
  return [{ userId: me.userId, label: me.name }, ...others.map(({ userId, name }) => ({ userId, label: name }))]
}
