import type { View } from '@comptoir/contract/inbox'

const all: View[] = ['open', 'unread', 'mine', 'unassigned', 'archived']

/** The views somebody has: a delegate's conversations are all theirs. */
export function viewsOf(team: 'team' | 'delegate'): View[] {
  return team === 'team' ? all : ['open', 'unread', 'archived']
}

export function isView(word: string | undefined): word is View {
  return all.some((view) => view === word)
}
