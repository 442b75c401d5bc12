import type { ChangeSignatureInput } from '@comptoir/contract/signatures'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'

/** All that is asked of what mails end with. */
export function signaturesApi(slug: string) {
  const all = api.api.w[':slug'].messaging.signatures
  return {
    list: () => ask(all.$get({ param: { slug } })),
    changeOwn: (json: ChangeSignatureInput) => ask(all.own.$put({ param: { slug }, json })),
    changeOfMailbox: (mailboxId: string, json: ChangeSignatureInput) =>
      ask(all.mailboxes[':mailboxId'].$put({ param: { slug, mailboxId }, json })),
  }
}
