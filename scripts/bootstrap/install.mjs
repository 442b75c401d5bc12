import { spawnSync } from 'node:child_process'

/** Installs what the lock file names. Gives the sentence that says why it could not, or undefined. */
export function install() {
  console.log('Installing what Comptoir needs; this happens once and takes about half a minute.')
  const [program, ...first] = npm()
  const args = [
    ...first,
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--fetch-retry-mintimeout=2000',
    '--fetch-retry-maxtimeout=10000',
  ]
  const { status, stderr, error } = spawnSync(program, args, {
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    shell: program === 'npm',
  })
  if (status === 0) return undefined
  const said = `${stderr ?? ''}${error ? error.message : ''}`
  if (networkFailure.test(said))
    return 'Comptoir installs its packages at the first start, and the network does not answer: connect this machine and start again.'
  return `npm could not install the packages of Comptoir:\n${said.trim()}`
}

const networkFailure =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT)\b/

function npm() {
  // The npm that runs us, by the machine's Node: the pinned one would have to replace itself.
  const script = process.env.npm_execpath
  if (!script || !/npm-cli\.c?js$/.test(script)) return ['npm']
  return [process.env.npm_node_execpath ?? process.execPath, script]
}
