import * as v from 'valibot'
import { command, email, filledLine, id, line, locale, type Instant, type Locale } from './base.ts'

export const role = v.picklist(['owner', 'admin', 'member', 'delegate'])
export type Role = v.InferOutput<typeof role>
/** What can be given; the owner made the business. */
export const givenRole = v.picklist(['admin', 'member', 'delegate'])

const password = v.pipe(v.string(), v.minLength(10, 'invalid.password_short'), v.maxLength(200, 'invalid.too_long'))

export const createBusinessInput = v.object({
  businessName: filledLine(80),
  name: filledLine(80),
  email,
  password,
  locale: v.optional(locale, 'fr'),
  /** Printed in the terminal; asked when the server is reachable from other machines. */
  code: v.optional(line(20)),
})
export type CreateBusinessInput = v.InferOutput<typeof createBusinessInput>

export const signInInput = v.object({ email, password: v.pipe(v.string(), v.maxLength(200, 'invalid.too_long')) })
export const forgotPasswordInput = v.object({ email })
export const resetPasswordInput = v.object({ token: line(100), password })
export const acceptInvitationInput = v.object({
  token: line(100),
  name: v.optional(filledLine(80)),
  password: v.optional(password),
})
export const changeAccountInput = v.object({ name: filledLine(80), locale })
export const changePasswordInput = v.object({
  current: v.pipe(v.string(), v.maxLength(200, 'invalid.too_long')),
  password,
})

export const inviteInput = v.object({ ...command, email, role: givenRole })
export const changeRoleInput = v.object({ ...command, role: givenRole })
export const memberCommandInput = v.object(command)

/** A day, as its date where the business is. */
const day = v.pipe(v.string(), v.isoDate('invalid.date'))
/** Away from the first day to the last, both included; `replacementId` looks after what is theirs. */
export const setAbsenceInput = v.pipe(
  v.object({ ...command, fromOn: day, untilOn: day, replacementId: v.nullable(id) }),
  v.forward(
    v.check(({ fromOn, untilOn }) => untilOn >= fromOn, 'invalid.ends_before'),
    ['untilOn'],
  ),
)
export type SetAbsenceInput = v.InferOutput<typeof setAbsenceInput>
export type Absence = Omit<SetAbsenceInput, 'commandId'>

export const sessionId = v.object({ sessionId: id })
export const enterExampleInput = v.object({ userId: id })

/** Who is signed in, and where they may go. */
export interface Me {
  userId: string
  email: string
  name: string
  locale: Locale
  sessionId: string
  workspaces: WorkspaceOfMine[]
}

export interface WorkspaceOfMine {
  workspaceId: string
  slug: string
  name: string
  role: Role
}

/** What the very first page needs to know of the installation. */
export interface Installation {
  /** `first-run`: nobody is here yet. */
  state: 'first-run' | 'ready'
  signUp: 'open' | 'closed'
  /** The example business may be made and entered with one click. */
  example: 'available' | 'made' | 'refused'
  /** The first run asks for the code printed in the terminal. */
  codeNeeded: boolean
  exampleMembers: ExampleMember[]
}

export interface ExampleMember {
  userId: string
  name: string
  email: string
  role: Role
  slug: string
}

export interface SessionView {
  id: string
  device: string
  ip: string
  createdAt: Instant
  lastUsedAt: Instant
  current: boolean
}

export interface MemberView {
  userId: string
  name: string
  email: string
  role: Role
  state: 'active' | 'disabled'
  since: Instant
}

/** The people of a business, as they were at `seq`. */
export interface MembersSlice {
  seq: number
  members: MemberView[]
  /** Neither accepted nor withdrawn; an expired one can be sent again. */
  invitations: InvitationView[]
}

export interface InvitationView {
  id: string
  email: string
  role: Role
  invitedBy: string
  createdAt: Instant
  expiresAt: Instant
}

/** What an invited person sees before they accept. */
export interface InvitationOffer {
  email: string
  role: Role
  workspaceName: string
  inviter: string
  /** `sign-up`: no account yet, name and password are asked. */
  needs: 'sign-up' | 'sign-in' | 'nothing'
}
