import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { account } from '@comptoir/db/embedded/account'
import { freePort } from '@comptoir/db/embedded/free-port'
import { selfSignedCertificate } from '@comptoir/server/messaging/self-signed-certificate'
import { dovecotConf, tokenConf } from './dovecot-config.ts'
import { openImapFolders, type ImapFolders } from './imap-folders.ts'
import { installPackages } from './install-packages.ts'
import { runProgram } from './run-program.ts'

/** A Dovecot of its own, on this machine only, that keeps mailboxes in a folder of its own. */
export interface Dovecot {
  /** Offers STARTTLS; `tlsPort` speaks TLS from the start. Both as `localhost`. */
  port: number
  tlsPort: number
  /** Who must be trusted to believe it. */
  certificate: string
  /** The folders of one of its users, as another program would write to them. */
  foldersOf(user: string): ImapFolders
  log(): string
  stop(): Promise<void>
  start(): Promise<void>
  remove(): Promise<void>
}

/** `users` are addresses and their passwords. */
export async function startDovecot(users: Record<string, string>, tokenInfoUrl?: string): Promise<Dovecot> {
  installPackages(['dovecot-imapd'])
  const [port, tlsPort] = [await freePort(0), await freePort(0)]
  const folder = mkdtempSync(join(tmpdir(), 'comptoir-dovecot-'))
  chmodSync(folder, 0o755)
  for (const part of ['run', 'state', 'mail']) mkdirSync(join(folder, part))
  const { cert, key } = selfSignedCertificate('localhost')
  const write = (name: string, text: string) => (writeFileSync(join(folder, name), text), join(folder, name))
  write(
    'users',
    Object.entries(users)
      .map(([user, password]) => `${user}:${password}\n`)
      .join(''),
  )
  if (tokenInfoUrl) write('tokens.conf', tokenConf(tokenInfoUrl))
  const files = { certificate: write('certificate', cert), key: write('key', key) }
  const config = write('dovecot.conf', dovecotConf({ folder, port, tlsPort, ...who(), ...files, tokenInfoUrl }))
  giveAway(folder)
  const program = '/usr/sbin/dovecot'
  let master: ChildProcess | undefined

  async function start() {
    const child = spawn(program, ['-F', '-c', config], {
      ...account,
      cwd: '/',
      stdio: 'ignore',
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
    })
    const ended = once(child, 'exit').then(() => {
      throw new Error(`Dovecot did not start:\n${readLog()}`)
    })
    ended.catch(() => undefined)
    master = child
    await Promise.race([listening(port), ended])
  }
  async function stop() {
    if (!master || master.exitCode !== null) return
    const ended = once(master, 'exit')
    master.kill('SIGTERM')
    await ended
  }
  function readLog() {
    try {
      return readFileSync(join(folder, 'log'), 'utf8')
    } catch {
      return ''
    }
  }
  await start()
  return {
    port,
    tlsPort,
    certificate: cert,
    foldersOf: (user) => openImapFolders(join(folder, 'mail', user, 'Maildir'), giveAway),
    log: readLog,
    start,
    stop,
    async remove() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function listening(port: number) {
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const answered = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false)
    socket.destroy()
    if (answered) return
    await wait(20)
  }
}

function who() {
  const { uid } = account
  if (uid === undefined) return { user: userInfo().username, group: runProgram('id', ['-gn']).trim() }
  return { user: 'nobody', group: runProgram('id', ['-gn', 'nobody']).trim() }
}

function giveAway(path: string) {
  const { uid, gid } = account
  if (uid !== undefined && gid !== undefined) runProgram('chown', ['-R', `${uid}:${gid}`, path])
}
