import type { BlockedSenders } from '@comptoir/contract/messaging'
import { api } from '@comptoir/wire/api'
import { applyToBlockedSenders } from '@comptoir/wire/apply/messaging'
import { ask } from '@comptoir/wire/ask'
import { createSlice } from '../app/create-slice.ts'
import { useWorkspace } from '../app/workspace-context.ts'

/** The senders whose mail goes among spam, live. */
export function createBlockedSenders() {
  const { slug } = useWorkspace()
  return createSlice(
    () => slug,
    (of): Promise<BlockedSenders> => ask(api.api.w[':slug'].messaging['blocked-senders'].$get({ param: { slug: of } })),
    applyToBlockedSenders<BlockedSenders>,
  )
}
