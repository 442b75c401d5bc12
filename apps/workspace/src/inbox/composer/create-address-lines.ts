import { createSignal } from 'solid-js'
import type { Correspondent, Recipients } from '@comptoir/contract/addressees'
import { readAddresses } from '@comptoir/rules/read-addresses'

export type RecipientRole = keyof Recipients
export const recipientRoles = ['to', 'cc', 'bcc'] as const

/** To, Cc and Bcc as they are filled in: those chosen, and what was typed and is no address yet. */
export function createAddressLines(parts: {
  chosen: () => Recipients
  choose: (recipients: Recipients) => void
  /** Whom one may mean. */
  known: () => Correspondent[]
}) {
  const { chosen, choose } = parts
  const [typed, setTyped] = createSignal<Record<RecipientRole, string>>({ to: '', cc: '', bcc: '' })

  function add(role: RecipientRole, people: Correspondent[]) {
    const there = new Set(everybody(chosen()).map(({ address }) => address))
    const fresh = people.filter(({ address }) => !there.has(address))
    if (fresh.length > 0) choose({ ...chosen(), [role]: [...chosen()[role], ...fresh] })
  }

  return {
    chosen,
    typed,
    suggestions: () => {
      const there = new Set(everybody(chosen()).map(({ address }) => address))
      return parts.known().filter(({ address }) => !there.has(address))
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

export function everybody(of: Recipients): Correspondent[] {
  return [...of.to, ...of.cc, ...of.bcc]
}
