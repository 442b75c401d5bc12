import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { account } from '@comptoir/db/embedded/account'
import { freePort } from '@comptoir/db/embedded/free-port'
import { installPackages } from './install-packages.ts'
import { mailsIn, type MailInMaildir } from './maildir.ts'
import { mainCf, masterCf, type PostfixTown } from './postfix-config.ts'
import { runProgram } from './run-program.ts'

/** A Postfix of its own, with its own queue, that listens on this machine only: the mail server of some clients. */
export interface Postfix {
  port: number
  /** What lies in the maildir of a client. */
  mailsOf(client: string): Promise<MailInMaildir[]>
  /** How many mails wait in its queue. */
  waiting(): number
  log(): string
  stop(): void
  start(): void
  /** Stops it, and removes all it kept. */
  remove(): void
}

export async function startPostfix(town: PostfixTown): Promise<Postfix> {
  // Unanswered, its installation would set up a second server, for the whole machine.
  installPackages(['postfix'], ['postfix postfix/main_mailer_type select No configuration'])
  if (process.getuid?.() !== 0) throw new Error('Only root may start a Postfix: run these tests as root.')
  const port = await freePort(0)
  const folder = makeFolder()
  const config = join(folder, 'config')
  writeFileSync(join(config, 'main.cf'), mainCf(folder, town))
  writeFileSync(join(config, 'master.cf'), masterCf(port))
  let running = false

  function start() {
    runProgram('postfix', ['-c', config, 'start'])
    running = true
  }
  function stop() {
    if (running) runProgram('postfix', ['-c', config, 'stop'])
    running = false
  }
  start()
  return {
    port,
    mailsOf: (client) => mailsIn(join(folder, 'mail', client)),
    waiting: () => runProgram('postqueue', ['-c', config, '-j']).split('\n').filter(Boolean).length,
    log: () => readFileSync(join(folder, 'maillog'), 'utf8'),
    start,
    stop,
    remove() {
      stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'comptoir-postfix-'))
  // Several accounts work in there: root listens, postfix queues, nobody owns the maildirs.
  chmodSync(folder, 0o755)
  for (const part of ['config', 'queue', 'data', 'mail']) mkdirSync(join(folder, part))
  runProgram('chown', ['postfix', join(folder, 'data')])
  const { uid = 65_534, gid = 65_534 } = account
  chownSync(join(folder, 'mail'), uid, gid)
  return folder
}
