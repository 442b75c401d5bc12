import { viewedSlug } from '@comptoir/contract/viewing'
import { makeId } from '@comptoir/rules/uuid'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createPress } from './create-act.ts'
import type { OpenWorkspace } from './create-workspace.ts'
import { useWorkspace } from './workspace-context.ts'

/** Looks at the business as somebody else of its staff sees it, and comes back. */
export function useViewAs() {
  const workspace = useWorkspace()
  const { slug } = workspace.workspace
  const members = api.api.w[':slug'].members
  const command = () => ({ commandId: makeId() })

  const begin = createPress(async (userId: string) => {
    const { viewingId } = await ask(members[':userId'].viewings.$post({ param: { slug, userId }, json: command() }))
    // A page of its own: nothing of one's own stays in sight beside theirs.
    location.assign(`/w/${viewedSlug(slug, viewingId)}/inbox`)
  })
  const end = createPress(async () => {
    const [, viewingId = ''] = workspace.slug.split(viewedSlug(slug, ''))
    await ask(members.viewings[':viewingId'].end.$post({ param: { slug, viewingId }, json: command() }))
    leaveViewing(workspace)
  })
  return { begin: begin.run, end: end.run, isEnding: end.busy }
}

let isLeaving = false

/** Back to one's own eyes, also when the viewing was ended elsewhere. */
export function leaveViewing({ workspace }: OpenWorkspace) {
  if (isLeaving) return
  isLeaving = true
  location.assign(`/w/${workspace.slug}/settings/members`)
}

/** Whom somebody may look as: an owner as everybody, another admin as all but an owner. */
export function mayViewAs(workspace: OpenWorkspace, userId: string): boolean {
  const member = workspace.members[userId]
  if (!member || member.state !== 'active' || userId === workspace.me().userId || workspace.viewing) return false
  return workspace.role() === 'owner' || (workspace.role() === 'admin' && member.role !== 'owner')
}
