import { createMemo, createSignal } from 'solid-js'
import { unwrap } from 'solid-js/store'
import type { Correspondent, Recipients } from '@comptoir/contract/addressees'
import { readAddresses } from '@comptoir/rules/read-addresses'
import { useConversation } from '../conversation-context.ts'
import type { Draft } from './create-draft.ts'

export type RecipientRole = keyof Recipients
export const recipientRoles = ['to', 'cc', 'bcc'] as const
export type RecipientsState = ReturnType<typeof createRecipients>

/** To whom a reply goes: as the server says, until its writer chooses otherwise. */
export function createRecipients(draft: Draft) {
  const here = useConversation()
  const answers = () => here.opened().answers
  /** What was typed and is no address yet, by line. */
  const [typed, setTyped] = createSignal<Record<RecipientRole, string>>({ to: '', cc: '', bcc: '' })
  const chosen = (): Recipients => draft.writing.recipients ?? answers().all
  const everybody = (of: Recipients) => [...of.to, ...of.cc, ...of.bcc]
  const inLast = createMemo(() => new Set(everybody(answers().all).map(({ address }) => address)))
  /** Everybody who was ever in this conversation, and the client. */
  const known = createMemo(() => {
    const said = here.opened().items.flatMap((item) => (item.is === 'message' ? item.addressees : []))
    const clients = here.opened().client.emails.map(({ value }) => ({ address: value.toLowerCase(), name: '' }))
    return new Map([...clients, ...said].map(({ address, name }) => [address, { address, name }]))
  })

  function choose(recipients: Recipients) {
    draft.change({ recipients: structuredClone(unwrap(recipients)) })
  }

  function add(role: RecipientRole, people: Correspondent[]) {
    const there = new Set(everybody(chosen()).map(({ address }) => address))
    const fresh = people.filter(({ address }) => !there.has(address))
    if (fresh.length > 0) choose({ ...chosen(), [role]: [...chosen()[role], ...fresh] })
  }

  return {
    chosen,
    typed,
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
    suggestions: () => {
      const there = new Set(everybody(chosen()).map(({ address }) => address))
      return [...known().values()].filter(({ address }) => !there.has(address))
    },
    add,
    remove: (role: RecipientRole, address: string) =>
      choose({ ...chosen(), [role]: chosen()[role].filter((one) => one.address !== address) }),
    type: (role: RecipientRole, text: string) => setTyped({ ...typed(), [role]: text }),
    /** Takes what was typed as addresses; what is none stays, to be put right. */
    settle(role: RecipientRole) {
      const { found, rest } = readAddresses(typed()[role])
      add(role, found)
      setTyped({ ...typed(), [role]: rest })
      return rest
    },
    isHalf: () => Object.values(typed()).some((text) => text.trim() !== ''),
    clear: () => setTyped({ to: '', cc: '', bcc: '' }),
  }
}
