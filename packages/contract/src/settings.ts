import * as v from 'valibot'
import { command, filledLine, line, locale, type Locale } from './base.ts'
import type { Absence, MemberView, Role } from './identity.ts'
import type { ViewedMember } from './viewing.ts'

/** A name such as `Europe/Brussels`. */
export const timeZone = v.pipe(v.string(), v.maxLength(60), v.check(isTimeZone, 'invalid.time_zone'))

export const changeWorkspaceInput = v.object({
  ...command,
  name: filledLine(80),
  locale,
  timeZone,
  /** What it is called on, as it writes it to clients. */
  phone: v.optional(line(40), ''),
})
export type ChangeWorkspaceInput = v.InferOutput<typeof changeWorkspaceInput>

const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'invalid.format'))
const openOn = v.pipe(
  v.array(v.object({ from: time, to: time })),
  v.maxLength(4, 'invalid.spans'),
  v.check(
    (spans) => spans.every(({ from, to }, i) => from < to && (i === 0 || spans[i - 1]!.to <= from)),
    'invalid.spans',
  ),
)

/** When a business is open: the spans of each day in their order, Monday first, and whose public holidays it keeps. */
export const openingHours = v.object({
  days: v.pipe(v.array(openOn), v.length(7)),
  closedOn: v.picklist(['FR', 'BE', 'none']),
})
export type OpeningHours = v.InferOutput<typeof openingHours>

/** Null: they were not told, and all the time counts. */
export const changeOpeningHoursInput = v.object({ ...command, openingHours: v.nullable(openingHours) })
export type ChangeOpeningHoursInput = v.InferOutput<typeof changeOpeningHoursInput>

export const changeOpeningPictureInput = v.object({ ...command, openingPicture: v.picklist(['off', 'on']) })
export type ChangeOpeningPictureInput = v.InferOutput<typeof changeOpeningPictureInput>

/** Whether a picture in each mail tells when it is opened. */
export type OpeningPicture = ChangeOpeningPictureInput['openingPicture']

/** How many seconds what is sent can still be taken back. */
export const undoSeconds = [0, 10, 30] as const
export const changeUndoSendInput = v.object({ ...command, undoSeconds: v.picklist(undoSeconds) })
export type ChangeUndoSendInput = v.InferOutput<typeof changeUndoSendInput>
export type UndoSeconds = ChangeUndoSendInput['undoSeconds']

/** The business as its staff see it everywhere. */
export interface WorkspaceView {
  workspaceId: string
  slug: string
  name: string
  locale: Locale
  timeZone: string
  currency: string
  phone: string
  example: boolean
  openingPicture: OpeningPicture
  undoSeconds: UndoSeconds
  openingHours: OpeningHours | null
}

/** Somebody of the staff as all of it sees them, delegates too. */
export interface StaffName {
  userId: string
  name: string
  role: Role
  state: MemberView['state']
  /** When they are away, were, or will be. */
  absence: Absence | null
}

/** What every screen of a workspace needs first, as it was at `seq`. */
export interface WorkspaceSlice {
  seq: number
  workspace: WorkspaceView
  staff: StaffName[]
  /** Somebody else's eyes, where one looks with them. */
  viewing: ViewedMember | null
}

function isTimeZone(name: string) {
  try {
    Intl.DateTimeFormat('fr', { timeZone: name })
    return true
  } catch {
    return false
  }
}
