import type { OpenWorkspace } from './create-workspace.ts'
import type { Session } from './create-session.ts'

const againAfterMs = 3_000

/** Keeps the business on the screen live, once it is painted. Answers how to stop. */
export function holdLiveLine(workspace: OpenWorkspace, session: Session): () => void {
  let stop = () => {}
  let stopped = false
  let timer = 0

  async function hold() {
    try {
      const { followWorkspace } = await import('./follow-workspace.ts')
      if (!stopped) stop = followWorkspace(workspace, session)
    } catch {
      // The network was gone before the code of the line had come.
      workspace.setConnection('reconnecting')
      if (!stopped) timer = window.setTimeout(() => void hold(), againAfterMs)
    }
  }
  void hold()

  return () => {
    stopped = true
    clearTimeout(timer)
    stop()
  }
}
