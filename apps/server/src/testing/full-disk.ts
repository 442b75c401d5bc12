import { join } from 'node:path'
import { openFileStore, type FileStore } from '../messaging/file-store.ts'
import { asOwner } from './as-owner.ts'
import type { TestServer } from './open-test-server.ts'

/** The server's files, on a disk that has no room left for more. */
export function fullFiles({ server }: TestServer): Promise<FileStore> {
  return openFileStore(join(server.config.dataDir, 'files'), { keptFreeBytes: Number.MAX_SAFE_INTEGER })
}

/** The disk of the database has no room left for such rows of a table; the answer makes room. For a server of its own. */
export async function fillDisk(test: TestServer, table: string, such = 'true'): Promise<() => Promise<void>> {
  await asOwner(
    test,
    `create or replace function full_disk() returns trigger language plpgsql as $$
     begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
     grant execute on function full_disk() to public;
     create trigger full_disk before insert on ${table} for each row when (${such}) execute function full_disk()`,
  )
  return async () => void (await asOwner(test, `drop trigger full_disk on ${table}`))
}
