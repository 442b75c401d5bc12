import { createEffect, on } from 'solid-js'
import type { OpenWorkspace } from '../app/create-workspace.ts'
import type { InboxApi } from './inbox-api.ts'

/** Numbers are pushed when they change and never repeated: after a cut they are asked for. */
export function refreshCounts(workspace: OpenWorkspace, api: InboxApi) {
  createEffect(
    on(
      () => workspace.connection().is === 'live',
      (isLive) => {
        // Nobody answers: the next time the line is back, they are asked for again.
        if (isLive) api.counts().then(workspace.setCounts, () => {})
      },
      { defer: true },
    ),
  )
}
