import { indexQueue } from '../inbox/search/index-queue.ts'
import type { TestServer } from './open-test-server.ts'

/** Makes findable at once all that was written in a business. */
export async function allFindable({ server }: Pick<TestServer, 'server'>, workspaceId: string): Promise<void> {
  while ((await indexQueue(server.db, workspaceId, 500)) === 'more');
}
