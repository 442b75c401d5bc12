import type { Addressee, Answers, Correspondent, Recipients } from '@comptoir/contract/addressees'

/** What an answer is computed from. */
export interface Answered {
  /** Of the last message of the client; where they wrote none, of our last one. */
  addressees: Addressee[]
  /** Whether the client has written at all. */
  hasWritten: boolean
  /** Every address of the business, removed mailboxes too. */
  own: string[]
  /** Where the client is written to otherwise. */
  recipient: string | null
}

/** To whom an answer goes. Nobody who was not in the message that is answered, and none of ourselves. */
export function answersTo({ addressees, own, recipient }: Answered): Answers {
  const ours = new Set(own)
  const of = (...roles: Addressee['role'][]) =>
    addressees
      .filter(({ role, address }) => roles.includes(role) && !ours.has(address.replace(/\+[^@]*@/, '@')))
      .map(({ address, name }): Correspondent => ({ address, name }))
  const [writer, wanted] = [of('from'), of('reply-to')]
  const fallback = recipient === null ? [] : [{ address: recipient, name: '' }]
  const isTheirs = addressees.some(({ role }) => role === 'from')
  if (!isTheirs) {
    // Ours: whoever it went to is written to again.
    const again = each({ to: of('to'), cc: of('cc'), bcc: [] })
    const all = again.to.length > 0 ? again : { to: fallback, cc: [], bcc: [] }
    return { reply: all, all }
  }
  const to = [wanted, writer, fallback].find((some) => some.length > 0) ?? []
  return { reply: each({ to, cc: [], bcc: [] }), all: each({ to: [...to, ...of('to')], cc: of('cc'), bcc: [] }) }
}

/** Everybody once, where they stand first. */
export function each({ to, cc, bcc }: Recipients): Recipients {
  const seen = new Set<string>()
  const once = (some: Correspondent[]) =>
    some.filter(({ address }) => !seen.has(address) && seen.add(address).has(address))
  return { to: once(to), cc: once(cc), bcc: once(bcc) }
}
