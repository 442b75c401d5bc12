import { createMemo } from 'solid-js'
import type { MailboxesSlice } from '@comptoir/contract/mailboxes'
import { api } from '@comptoir/wire/api'
import { applyToMailboxes } from '@comptoir/wire/apply/messaging'
import { ask } from '@comptoir/wire/ask'
import { createSlice } from '../app/create-slice.ts'
import { useWorkspace } from '../app/workspace-context.ts'

export type Mailboxes = ReturnType<typeof createMailboxes>

/** The mailboxes of the business, live, read by id. */
export function createMailboxes() {
  const { slug } = useWorkspace()
  const fetched = createSlice(
    () => slug,
    (of): Promise<MailboxesSlice> => ask(api.api.w[':slug'].messaging.mailboxes.$get({ param: { slug: of } })),
    applyToMailboxes<MailboxesSlice>,
  )
  const byId = createMemo(() => new Map(fetched.value()?.mailboxes.map((one) => [one.id, one])))
  return { fetched, ids: () => [...byId().keys()], mailbox: (id: string) => byId().get(id) }
}
