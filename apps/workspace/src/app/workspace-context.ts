import { createContext, useContext } from 'solid-js'
import type { OpenWorkspace } from './create-workspace.ts'

export const WorkspaceContext = createContext<OpenWorkspace>()

/** The business this screen is in: its name, its people, its numbers, its live line. */
export function useWorkspace(): OpenWorkspace {
  const workspace = useContext(WorkspaceContext)
  if (!workspace) throw new Error('no workspace around this component')
  return workspace
}
