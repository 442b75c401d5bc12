import type { Me } from '@comptoir/contract/identity'
import type { LoadedWorkspace } from '../app/load-workspace.ts'
import { recallSlice, type KeptSlice } from './kept-slices.ts'

/** Under whose name this device keeps who was signed in. */
export const nobody = ''

/** Under whose name this device keeps what a person opened in a business. */
export function ownerOf(userId: string, slug: string) {
  return `${userId} ${slug}`
}

/** Who was signed in here, while nobody can be asked. */
export async function recallMe(): Promise<Me | undefined> {
  return (await recallSlice<Me>(nobody, 'me'))?.slice
}

/** A business as it was when it was last live here; `trueAt` says when that was. */
export async function recallWorkspace(slug: string): Promise<LoadedWorkspace | undefined> {
  const me = await recallMe()
  const kept = me && (await recallSlice<LoadedWorkspace>(ownerOf(me.userId, slug), 'workspace'))
  return kept && { ...kept.slice, trueAt: kept.trueAt }
}

export function recallOf<Slice>(userId: string, slug: string, kind: string, key: string) {
  return recallSlice<Slice>(ownerOf(userId, slug), `${kind} ${key}`)
}

export type { KeptSlice }
