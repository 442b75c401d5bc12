import type { OpenWorkspace } from './create-workspace.ts'
import type { Session } from './create-session.ts'

/** Keeps the business on the screen live, once it is painted. Answers how to stop. */
export function holdLiveLine(workspace: OpenWorkspace, session: Session): () => void {
  let stop = () => {}
  let stopped = false
  void import('./follow-workspace.ts').then(({ followWorkspace }) => {
    if (!stopped) stop = followWorkspace(workspace, session)
  })
  return () => {
    stopped = true
    stop()
  }
}
