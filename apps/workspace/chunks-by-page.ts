import { join } from 'node:path'

interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null
}

const source = join(import.meta.dirname, 'src')

/** What is fetched together, in the order of the first load. */
const pages: [name: string, roots: string[]][] = [
  ['start', ['main.tsx']],
  ['inbox', ['app/WorkspaceFrame.tsx', 'inbox/InboxPage.tsx']],
  ['conversation', ['inbox/ConversationPane.tsx']],
]

/**
 * One chunk for each step of the first load, where a hundred small ones would be asked for: each with all it
 * imports that an earlier one does not have.
 */
export function chunksByPage() {
  let chunks: Map<string, string> | undefined
  return pages.map(([page], at) => ({
    name: (id: string, modules: Modules) => ((chunks ??= divide(modules)).get(id) === page ? page : null),
    // What two of them import belongs to the earlier.
    priority: pages.length - at,
  }))
}

function divide(modules: Modules): Map<string, string> {
  const chunks = new Map<string, string>()
  for (const [page, roots] of pages) {
    const waiting = roots.map((root) => join(source, root))
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (chunks.has(id)) continue
      chunks.set(id, page)
      waiting.push(...(modules.getModuleInfo(id)?.importedIds ?? []))
    }
  }
  return chunks
}
