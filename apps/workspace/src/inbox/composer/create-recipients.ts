import { createMemo } from 'solid-js'
import { unwrap } from 'solid-js/store'
import type { Recipients } from '@comptoir/contract/addressees'
import { useConversation } from '../conversation-context.ts'
import { createAddressLines, everybody } from './create-address-lines.ts'
import type { Draft } from './create-draft.ts'

export type RecipientsState = ReturnType<typeof createRecipients>

/** To whom a reply goes: as the server says, until its writer chooses otherwise. */
export function createRecipients(draft: Draft) {
  const here = useConversation()
  const answers = () => here.opened().answers
  const chosen = (): Recipients => draft.writing.recipients ?? answers().all
  const inLast = createMemo(() => new Set(everybody(answers().all).map(({ address }) => address)))
  /** Everybody who was ever in this conversation with the client, and the client. */
  const known = createMemo(() => {
    const said = here
      .opened()
      .items.flatMap((item) => (item.is === 'message' && item.party === 'client' ? item.addressees : []))
    const clients = here.opened().client.emails.map(({ value }) => ({ address: value.toLowerCase(), name: '' }))
    return new Map([...clients, ...said].map(({ address, name }) => [address, { address, name }]))
  })
  const choose = (recipients: Recipients) => draft.change({ recipients: structuredClone(unwrap(recipients)) })
  const lines = createAddressLines({ chosen, choose, known: () => [...known().values()] })

  return {
    ...lines,
    /** An answer to all and one to its writer are not the same. */
    hasChoice: () => everybody(answers().all).length > everybody(answers().reply).length,
    toAll: () => draft.change({ recipients: null }),
    toWriter: () => choose(answers().reply),
    /** In no message here, and no address of the client. */
    isStranger: (address: string) => !known().has(address),
    isAdded: (address: string) => !inLast().has(address),
    leftOut: createMemo(() => {
      const there = new Set(everybody(chosen()).map(({ address }) => address))
      return everybody(answers().all).filter(({ address }) => !there.has(address))
    }),
  }
}
