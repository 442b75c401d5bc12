import { expect } from 'vitest'
import { asOwner } from './as-owner.ts'
import { eventually } from './eventually.ts'
import type { TestServer } from './open-test-server.ts'

/** Resolves when all that was written can be found. */
export function allFindable(test: Pick<TestServer, 'ownerUrl'>): Promise<void> {
  return eventually(async () => expect(await asOwner(test, 'select from search_queue')).toEqual([]))
}
