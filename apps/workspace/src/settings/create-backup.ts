import type { BackupSlice } from '@comptoir/contract/backup'
import { api } from '@comptoir/wire/api'
import { applyToBackup } from '@comptoir/wire/apply/backup'
import { ask } from '@comptoir/wire/ask'
import { createSlice } from '../app/create-slice.ts'
import { useWorkspace } from '../app/workspace-context.ts'

/** What a backup holds, and of when the last one is, live; `download` takes one away. */
export function createBackup() {
  const { slug } = useWorkspace()
  const { backup } = api.api.w[':slug']
  return {
    fetched: createSlice(
      () => slug,
      (of): Promise<BackupSlice> => ask(backup.$get({ param: { slug: of } })),
      applyToBackup,
    ),
    async download(password: string) {
      const { downloadId } = await ask(backup.downloads.$post({ param: { slug }, json: { password } }))
      const href = `/api/w/${slug}/backup/downloads/${downloadId}`
      // The browser keeps it, and shows how far it is: it may be larger than its memory.
      const link = Object.assign(document.createElement('a'), { href, download: '' })
      link.click()
    },
  }
}
