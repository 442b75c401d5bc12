import { draftWhileAway, type ConnectDraft } from './connect-draft.ts'
import { keptInTab } from '../../app/kept-in-tab.ts'

/** What the page of a provider sent somebody back with. */
export type WayBack = { is: 'allowed'; state: string; code: string } | { is: 'refused' }

export const wayBack = keptInTab<WayBack>('comptoir-way-back')

/** What somebody came back with and what they had begun, once. */
export function takeWayBack(): { is: 'back'; draft: ConnectDraft; back: WayBack } | undefined {
  const [draft, back] = [draftWhileAway.read(), wayBack.read()]
  wayBack.forget()
  if (!draft || !back) return undefined
  draftWhileAway.forget()
  return { is: 'back', draft, back }
}
