import { createMemo, type Accessor } from 'solid-js'
import type { MailboxView } from '@comptoir/contract/mailboxes'
import type { SigningKey, SigningKeys } from '@comptoir/contract/signing'
import { domainOf } from '@comptoir/rules/domain-of'
import { api } from '@comptoir/wire/api'
import { applyToSigningKeys } from '@comptoir/wire/apply/messaging'
import { ask } from '@comptoir/wire/ask'
import { createSlice } from '../app/create-slice.ts'
import { useWorkspace } from '../app/workspace-context.ts'

/** A domain the business writes from, and how its mail is signed. */
export interface SigningDomain {
  domain: string
  /** One of its mailboxes, which stands for it. */
  mailboxId: string
  /** Who signs it without us. */
  provider: string | null
  key: SigningKey | null
}

/** The domains of the connected mailboxes with their keys, live, read by name. */
export function createSigningDomains(mailboxes: Accessor<MailboxView[]>) {
  const { slug } = useWorkspace()
  const fetched = createSlice(
    () => slug,
    (of): Promise<SigningKeys> => ask(api.api.w[':slug'].messaging.dkim.$get({ param: { slug: of } })),
    applyToSigningKeys<SigningKeys>,
  )
  const byName = createMemo(() => {
    const keys = new Map(fetched.value()?.keys.map((key) => [key.domain, key]))
    const connected = mailboxes().filter(({ carrier }) => carrier === 'smtp')
    return new Map(
      connected.map(({ id, address, provider }): [string, SigningDomain] => {
        const domain = domainOf(address)
        return [domain, { domain, mailboxId: id, provider, key: keys.get(domain) ?? null }]
      }),
    )
  })
  return { fetched, names: () => [...byName().keys()].toSorted(), domain: (name: string) => byName().get(name) }
}
