import type { Absence } from '@comptoir/contract/identity'
import { serverNow } from '@comptoir/wire/server-clock'
import type { OpenWorkspace } from './create-workspace.ts'
import { useLanguage } from './create-language.ts'
import { useWorkspace } from './workspace-context.ts'

/** Who is away today, as a sentence; empty for whoever is here. */
export function useAwayWords(): (userId: string) => string {
  const { t, format } = useLanguage()
  const workspace = useWorkspace()
  return (userId) => {
    const absence = awayToday(workspace, userId)
    if (!absence) return ''
    const day = format().wholeDay(absence.untilOn)
    const name = workspace.memberName(absence.replacementId)
    return name ? t('absence.until_with', { day, name }) : t('absence.until', { day })
  }
}

/** The absence of somebody who is away today, where the business is. */
export function awayToday(workspace: OpenWorkspace, userId: string): Absence | null {
  const absence = workspace.members[userId]?.absence
  if (!absence) return null
  const today = todayIn(workspace.workspace.timeZone)
  return absence.fromOn <= today && today <= absence.untilOn ? absence : null
}

/** Who stands in today for somebody who is away, if anybody who is here does. */
export function standsIn(workspace: OpenWorkspace, userId: string): string | null {
  const id = awayToday(workspace, userId)?.replacementId
  return id && workspace.members[id]?.state === 'active' && !awayToday(workspace, id) ? id : null
}

/** Today, as a date, in a time zone. */
export function todayIn(timeZone: string): string {
  // Swedes write dates as ISO does.
  return new Date(serverNow()).toLocaleDateString('sv-SE', { timeZone })
}
