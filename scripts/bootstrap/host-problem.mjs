import { spawnSync } from 'node:child_process'

/** Why this machine cannot install Comptoir, in one sentence, or undefined. */
export function hostProblem() {
  const version = installerVersion()
  if (isOlder(version)) return `Node.js ${version} is too old to install Comptoir: it needs 20.19 or later.`
  if (isMusl()) return 'Comptoir does not run on musl (Alpine): it needs a Linux with glibc, such as Debian or Ubuntu.'
  return undefined
}

// npm puts the Node we pinned in front of the machine's own, but it is the latter that installs.
function installerVersion() {
  const node = process.env.npm_node_execpath
  const answer = node ? spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout : undefined
  return (answer || process.version).trim().replace(/^v/, '')
}

/** @param {string} version */
function isOlder(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  // An older npm leaves out, without a word, the optional packages that do not name its Node.
  return major < 20 || (major === 20 && minor < 19)
}

function isMusl() {
  if (process.platform !== 'linux') return false
  process.report.excludeNetwork = true
  const { header } = process.report.getReport()
  return !header.glibcVersionRuntime
}
