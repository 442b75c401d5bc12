/** Remembers in this browser where its person works. */
export function keepLastWorkspace(slug: string) {
  try {
    localStorage.setItem('workspace', slug)
  } catch {
    // The first of the list is then opened.
  }
}

/** The workspace last opened here, if it is among these; else the first. */
export function lastWorkspaceOf<Workspace extends { slug: string }>(workspaces: readonly Workspace[]) {
  let kept: string | null = null
  try {
    kept = localStorage.getItem('workspace')
  } catch {
    // As above.
  }
  return workspaces.find((one) => one.slug === kept) ?? workspaces[0]
}
