import type { CompiledQuery } from 'kysely'
import type { Tx } from './db.ts'
import { writeOnce } from './write-once.ts'

/** What several asked: as JSON, an array of objects with their values in snake_case and their place `n`; or one value of all. */
export type Together<Values> = { rows: string } & { [Name in keyof Values]: Values[Name][] }

/**
 * A query that many ask at the same moment of one transaction, each for its own values, and that is sent once for all
 * of them: for what comes in hundreds. It answers rows with the place `n` of whoever they are for. Queries that are
 * asked at one moment leave in the order in which each was first asked; others leave before them.
 */
export function askTogether<Values extends object, Answer extends { n: number }>(
  write: (tx: Tx, together: Together<Values>) => { compile(tx: Tx): CompiledQuery<Answer> },
) {
  const send = writeOnce(write)
  const waiting = new WeakMap<Tx, Asker<Values, Omit<Answer, 'n'>>[]>()

  async function sendAll(tx: Tx) {
    const askers = waiting.get(tx)!
    waiting.delete(tx)
    try {
      const answers: Omit<Answer, 'n'>[][] = askers.map(() => [])
      for (const { n, ...row } of await send(tx, together(askers.map(({ values }) => values)))) answers[n]!.push(row)
      askers.forEach(({ done }, n) => done(answers[n]!))
    } catch (error) {
      for (const { failed } of askers) failed(error)
    }
  }

  return (tx: Tx, values: Values): Promise<Omit<Answer, 'n'>[]> =>
    new Promise((done, failed) => {
      const asker = { values, done, failed }
      const others = waiting.get(tx)
      if (others) return void others.push(asker)
      waiting.set(tx, [asker])
      atTheEnd(tx, () => void sendAll(tx))
    })
}

interface Asker<Values, Row> {
  values: Values
  done: (rows: Row[]) => void
  failed: (error: unknown) => void
}

const leaving = new WeakMap<Tx, (() => void)[]>()

/** After all that this moment still asks of the transaction. */
function atTheEnd(tx: Tx, send: () => void) {
  const others = leaving.get(tx)
  if (others) return void others.push(send)
  const sends = [send]
  leaving.set(tx, sends)
  setImmediate(() => {
    leaving.delete(tx)
    for (const one of sends) one()
  })
}

function together<Values extends object>(asked: Values[]): Together<Values> {
  return new Proxy({} as Together<Values>, {
    get: (_, name) => (name === 'rows' ? asJson(asked) : asked.map((values) => values[name as keyof Values])),
  })
}

function asJson(asked: object[]) {
  return JSON.stringify(
    asked.map((values, n) => {
      const row: Record<string, unknown> = { n }
      for (const [name, value] of Object.entries(values)) row[columnOf(name)] = plain(value)
      return row
    }),
  )
}

/** As PostgreSQL reads it in JSON: half a sign, which no text may hold, is shown as unknown, as it is in parameters. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`
  return Array.isArray(value) ? value.map(plain) : value
}

function columnOf(name: string) {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
