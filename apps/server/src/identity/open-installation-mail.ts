import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Db } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import type { Config } from '../config.ts'
import { keyFor, openSecret, sealSecret } from '../seal-secret.ts'
import type { Letter, MailOfInstallation } from './installation-mail.ts'
import { letterCarrier, type CarryLetter } from './letter-carrier.ts'

export interface InstallationMailParts {
  config: Config
  secretKey: string
  log: Logger
  db: Db
  /** Sends or prints one letter; by default as the configuration says. */
  carry?: CarryLetter
}

interface ClaimedLetter {
  id: string
  sealed: string
  attempts: number
  createdAt: string
}

const lookEveryMs = 30_000
const leaseSeconds = 300
const keptForMs = 3 * 24 * 3600_000

/** Letters are rows, so that a mail server that is away for days loses none. */
export function openInstallationMail({ config, secretKey, log, db, carry }: InstallationMailParts): MailOfInstallation {
  const key = keyFor('letters', secretKey)
  const carrier = carry ?? letterCarrier(config)
  let running: Promise<void> | null = null
  let again = false
  let stopped = false

  function wake() {
    if (stopped) return
    again = true
    running ??= carryAll().finally(() => {
      running = null
    })
  }

  async function carryAll() {
    while (again && !stopped) {
      again = false
      try {
        const { rows } = await sql<ClaimedLetter>`select * from claim_letters(10, ${leaseSeconds})`.execute(db.system)
        await Promise.all(rows.map(carryOne))
        if (rows.length === 10) again = true
      } catch (error) {
        log.warn({ err: error }, 'letters could not be read; they are tried again')
      }
    }
  }

  async function carryOne({ id, sealed, attempts, createdAt }: ClaimedLetter) {
    const opened = openSecret(sealed, key)
    if (opened === null) {
      log.error({ letter: id }, 'a letter was sealed with another secret key and is dropped')
      return drop(id)
    }
    try {
      await carrier(JSON.parse(opened) as Letter, id)
      await drop(id)
    } catch (error) {
      if (Date.now() - Date.parse(createdAt) > keptForMs) {
        log.error({ err: error, letter: id }, 'a letter could not leave for three days and is dropped')
        return drop(id)
      }
      log.warn({ err: error, letter: id }, 'a letter could not leave; it is tried again')
      await sql`select postpone_letter(${id}, ${waitSeconds(attempts)}::integer)`.execute(db.system)
    }
  }

  const drop = async (id: string) => void (await sql`select drop_letter(${id})`.execute(db.system))
  const timer = setInterval(wake, lookEveryMs)
  wake()

  return {
    async send(letter, by = db.system) {
      await sql`select post_letter(${makeId()}, ${sealSecret(JSON.stringify(letter), key)})`.execute(by)
    },
    wake,
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}

/** One minute, then twice as long each time, at most six hours. */
export function waitSeconds(attempts: number) {
  return Math.min(60 * 2 ** (attempts - 1), 6 * 3600)
}
