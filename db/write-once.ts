import type { CompiledQuery } from 'kysely'
import type { Tx } from './db.ts'

/** Stands for a value in a query that is written before the value is known. */
class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/**
 * A query that is written and compiled at its first use, and asked with other values from then on: for what every
 * click asks, where writing takes longer than running. `write` gets a stand-in for each value, which it may only
 * hand on as a parameter; what decides how the query reads must be known before.
 */
export function writeOnce<Values extends object, Row>(
  write: (tx: Tx, values: Values) => { compile(tx: Tx): CompiledQuery<Row> },
) {
  let written: CompiledQuery<Row> | undefined
  return async (tx: Tx, values: Values): Promise<Row[]> => {
    written ??= write(tx, slots as Values).compile(tx)
    const parameters = written.parameters.map((one) => (one instanceof Slot ? values[one.name as keyof Values] : one))
    const { rows } = await tx.executeQuery<Row>({ ...written, parameters })
    return rows
  }
}

const slots = new Proxy({}, { get: (_, name) => new Slot(String(name)) })
