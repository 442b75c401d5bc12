import { makeId } from '@comptoir/rules/uuid'
import { keyFor, openSecret, sealSecret } from '../seal-secret.ts'

/** What a shown page carries, and gives back when it is sent. */
export interface ShownPage {
  /** Of what is sent from it, once. */
  id: string
  shownAt: number
}

/** A page that is shown now, sealed so that only we can have made it, and only for this business. */
export function sealPage(secretKey: string, workspaceId: string, page: ShownPage = newPage()): string {
  return sealSecret(JSON.stringify([page.id, page.shownAt]), keyOf(secretKey, workspaceId))
}

/** The page this is the seal of; null when we did not make it. */
export function openPage(secretKey: string, workspaceId: string, sealed: string): ShownPage | null {
  const opened = openSecret(sealed, keyOf(secretKey, workspaceId))
  if (opened === null) return null
  const [id, shownAt] = JSON.parse(opened) as [string, number]
  return { id, shownAt }
}

/** Nobody reads and fills in a form in less; nobody leaves it open for longer and expects nothing to have changed. */
export function ageOf({ shownAt }: ShownPage): 'early' | 'good' | 'expired' {
  const ageMs = Date.now() - shownAt
  if (ageMs < leastMs) return 'early'
  return ageMs > mostMs ? 'expired' : 'good'
}

function newPage(): ShownPage {
  return { id: makeId(), shownAt: Date.now() }
}

function keyOf(secretKey: string, workspaceId: string) {
  return keyFor(`form page of ${workspaceId}`, secretKey)
}

const leastMs = 2000
const mostMs = 24 * 3600 * 1000
