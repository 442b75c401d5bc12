import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const ours = fileURLToPath(new URL('../../packages/ui/src/Icon.tsx', import.meta.url))

/** The icons of lucide-solid, drawn by our own Icon: see there why. */
export function cloneIcons(): Plugin {
  return {
    name: 'clone-icons',
    enforce: 'pre',
    resolveId: (source, importer) =>
      /\/Icon(\.mjs)?$/.test(source) && importer?.includes('/lucide-solid/') ? ours : undefined,
  }
}
