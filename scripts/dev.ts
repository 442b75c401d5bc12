// `npm run dev`: the server, started again at each change of its sources, and vite in front of it with live reload.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
const flags = process.argv.slice(2)

const children = [
  spawn(process.execPath, ['--watch', '--watch-preserve-output', 'scripts/start.ts', '--skip-build', ...flags], {
    cwd: root,
    stdio: 'inherit',
  }),
  spawn(process.execPath, [vite], { cwd: join(root, 'apps', 'workspace'), stdio: 'inherit' }),
]
// Ctrl+C reaches them too; whichever ends first takes the other along, and we end when both have.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, endAll)
for (const child of children) child.once('exit', endAll)

function endAll(): void {
  for (const child of children) child.kill('SIGTERM')
}
