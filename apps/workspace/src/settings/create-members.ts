import { createMemo } from 'solid-js'
import type { MembersSlice } from '@comptoir/contract/identity'
import { applyToMembers } from '@comptoir/wire/apply/identity'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createSlice } from '../app/create-slice.ts'
import { useWorkspace } from '../app/workspace-context.ts'

/** The people of the business and those invited, live. Rows are read by id, so that a change keeps the row. */
export function createMembers() {
  const { slug } = useWorkspace()
  const fetched = createSlice(
    () => slug,
    (of): Promise<MembersSlice> => ask(api.api.w[':slug'].members.$get({ param: { slug: of } })),
    applyToMembers,
  )
  const members = createMemo(() => new Map(fetched.value()?.members.map((one) => [one.userId, one])))
  const invitations = createMemo(() => new Map(fetched.value()?.invitations.map((one) => [one.id, one])))
  return {
    fetched,
    memberIds: () => [...members().keys()],
    member: (userId: string) => members().get(userId),
    invitationIds: () => [...invitations().keys()],
    invitation: (id: string) => invitations().get(id),
  }
}

export type Members = ReturnType<typeof createMembers>
