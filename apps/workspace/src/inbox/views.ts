import { queryOf, type Filter } from '@comptoir/contract/filters'
import { builtInViews, sources, type BuiltInView, type View } from '@comptoir/contract/views'
import { useLanguage } from '../app/create-language.ts'
import type { OpenWorkspace } from '../app/create-workspace.ts'

/** What one looks at all day; the others are one press away. */
const daily: BuiltInView[] = ['open', 'unread', 'to-answer', 'follow-up', 'mine', 'unassigned']
const ofTeamOnly = new Set<View>(['mine', 'unassigned', 'unread-assignee'])

export interface ViewGroups {
  daily: View[]
  others: View[]
  members: View[]
  sources: View[]
}

/** The views somebody has; a delegate's conversations are all theirs. */
export function viewsOf(workspace: OpenWorkspace): ViewGroups {
  const counts = workspace.counts.views
  const mayUse = (view: View) => workspace.isTeam() || !ofTeamOnly.has(view)
  return {
    daily: daily.filter(mayUse),
    others: builtInViews.filter((view) => !daily.includes(view) && mayUse(view)),
    members: workspace.isTeam() ? membersOf(workspace) : [],
    // Where something came from; a way nothing ever took is not offered.
    sources: sources.map((source): View => `source:${source}`).filter((view) => counts[view]),
  }
}

function membersOf(workspace: OpenWorkspace): View[] {
  const { userId } = workspace.me()
  return Object.values(workspace.members)
    .filter((member) => member.userId !== userId)
    .filter((member) => member.state === 'active' || workspace.counts.views[`member:${member.userId}`])
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((member) => `member:${member.userId}` as const)
}

/** What a view is called. */
export function useViewName(workspace: OpenWorkspace): (view: View) => string {
  const { t } = useLanguage()
  return (view) => {
    const [kind, of] = view.split(':')
    if (kind === 'member') return workspace.memberName(of ?? null)
    if (kind === 'source') return t(`views.sources.${of as 'email'}`)
    return t(`views.names.${kind as BuiltInView}`)
  }
}

/** The address of a view, or of a saved one (`saved:<id>`), and of what narrows it. */
export function hrefOfView(slug: string, address: string, filter: Filter = {}): string {
  const query = queryOf(filter)
  return `/w/${slug}/inbox/${address}${query && `?${query}`}`
}
