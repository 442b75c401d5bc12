import * as v from 'valibot'
import { command, filledLine, locale, type Locale } from './base.ts'

export const changeWorkspaceInput = v.object({
  ...command,
  name: filledLine(80),
  locale,
  timeZone: v.pipe(v.string(), v.maxLength(60), v.check(isTimeZone, 'invalid.time_zone')),
})

/** The business as its staff see it everywhere. */
export interface WorkspaceView {
  workspaceId: string
  slug: string
  name: string
  locale: Locale
  timeZone: string
  currency: string
  example: boolean
}

function isTimeZone(name: string) {
  try {
    Intl.DateTimeFormat('fr', { timeZone: name })
    return true
  } catch {
    return false
  }
}
