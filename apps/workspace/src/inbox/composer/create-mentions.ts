import { createMemo } from 'solid-js'
import { matchesQuery } from '@comptoir/ui/match-query.ts'
import { useLanguage } from '../../app/create-language.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { useConversation } from '../conversation-context.ts'

/** Who can be named in a note. */
export interface Mentionable {
  /** Null is the whole team. */
  userId: string | null
  name: string
  /** Whether they will be told: a delegate sees only what is theirs. */
  sees: 'yes' | 'no'
}

const mostShown = 8

/** Who can be named in the notes of this conversation: the team as a whole, colleagues by name, whoever cannot see it last. */
export function createMentions() {
  const { t, locale } = useLanguage()
  const workspace = useWorkspace()
  const here = useConversation()
  const sees = (userId: string) => {
    const member = workspace.members[userId]
    const isTheirs = here.opened().conversation.assigneeId === userId
    return member?.state === 'active' && (member.role !== 'delegate' || isTheirs) ? ('yes' as const) : ('no' as const)
  }
  const everybody = createMemo((): Mentionable[] => {
    const others = Object.values(workspace.members)
      .filter((member) => member.state === 'active' && member.userId !== workspace.me().userId)
      .map(({ userId, name }) => ({ userId, name, sees: sees(userId) }))
      .sort((a, b) => b.sees.localeCompare(a.sees) || a.name.localeCompare(b.name, locale()))
    return [{ userId: null, name: t('inbox.mention.team'), sees: 'yes' }, ...others]
  })
  return {
    matching: (words: string) =>
      everybody()
        .filter(({ name }) => matchesQuery(words, name))
        .slice(0, mostShown),
    /** Those of these who will not be told, by name. */
    unseeing: (userIds: (string | null)[]) =>
      userIds.flatMap((userId) => (userId !== null && sees(userId) === 'no' ? workspace.memberName(userId) : [])),
    /** Those who will. */
    told: (userIds: (string | null)[]) =>
      userIds.flatMap((userId) => {
        if (userId === null) return t('inbox.mention.team')
        return sees(userId) === 'yes' && userId !== workspace.me().userId ? workspace.memberName(userId) : []
      }),
  }
}
