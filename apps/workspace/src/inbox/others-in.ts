import type { Presence } from '@comptoir/contract/realtime'
import type { OpenWorkspace } from '../app/create-workspace.ts'

export interface Other {
  userId: string
  name: string
  doing: Presence['doing']
}

/** Who else is in a conversation, each once, those who write first. */
export function othersIn(workspace: OpenWorkspace, conversationId: string): Other[] {
  const me = workspace.me().userId
  const others = new Map<string, Other>()
  for (const { userId, doing, conversationId: where } of workspace.presence.all()) {
    if (where !== conversationId || userId === me) continue
    // Somebody may have it open on two screens.
    const before = others.get(userId)
    if (!before || before.doing === 'reading') others.set(userId, { userId, doing, name: workspace.memberName(userId) })
  }
  return [...others.values()].sort((a, b) => Number(a.doing === 'reading') - Number(b.doing === 'reading'))
}
