import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const worker = join(import.meta.dirname, 'shell-worker.js')
const always = ['/icon.svg', '/app.webmanifest']

/** Writes the worker that keeps the program on a device, with the names of all the files of this very build. */
export function shellWorker(): Plugin {
  return {
    name: 'shell-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const built = Object.values(bundle)
        const files = built.map(({ fileName }) => `/${fileName}`).filter((name) => /\.(?:js|css|woff2)$/.test(name))
        const page = bundle['index.html']
        const html = page?.type === 'asset' ? String(page.source) : ''
        const entry = /<script type="module"[^>]* src="([^"]+)"/.exec(html)?.[1]
        if (!entry) throw new Error('the page names no program to start')
        const program = readFileSync(worker, 'utf8')
        const version = createHash('sha256')
          .update([program, html, ...files.sort()].join())
          .digest('hex')
          .slice(0, 16)
        const shell = JSON.stringify({ version, entry, files: [...always, ...files] })
        this.emitFile({ type: 'asset', fileName: 'shell-worker.js', source: `self.shell = ${shell}\n${program}` })
      },
    },
  }
}
