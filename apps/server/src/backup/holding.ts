/** What a backup holds: all there is, all without the example, or one business for somebody of it. */
export type Holding =
  | { scope: 'installation'; example: 'held' | 'left-out' }
  | { scope: 'workspace'; workspaceId: string; keeperId: string }

export interface Table {
  name: string
  columns: string[]
}

/** The query whose rows of this table are held, in the order of its columns. */
export function selectHeld(holding: Holding, { name, columns }: Table): string {
  const selected = columns.map((column) => heldColumn(holding, name, column)).join(', ')
  return `select ${selected} from ${name} where ${heldRows(holding, { name, columns })}`
}

/**
 * What is sealed with the key of the installation, which the archive of one business does not have. A key that
 * signs mail is of no use without it, so its row is not held either; nor is what tells a browser,
 * which knows the installation that it came from.
 */
export const sealedColumns: Record<string, string[]> = {
  mailbox: ['smtp_password', 'imap_password', 'oauth_refresh_token'],
  dkim_key: ['private_key'],
  push_subscription: ['sealed'],
}
const tablesNotHeldAlone = new Set(['dkim_key', 'push_subscription'])

function heldColumn(holding: Holding, table: string, column: string) {
  if (holding.scope === 'installation') return column
  if (sealedColumns[table]?.includes(column)) return `null as ${column}`
  // Others of the business choose a new password where it is restored.
  if (table === 'app_user' && column === 'password_hash')
    return `case when id = ${uuid(holding.keeperId)} then password_hash end as password_hash`
  return column
}

function heldRows(holding: Holding, table: Table): string {
  if (holding.scope === 'installation' && holding.example === 'held') return 'true'
  if (table.columns.includes('workspace_id')) {
    if (holding.scope === 'workspace' && tablesNotHeldAlone.has(table.name)) return 'false'
    return `workspace_id in (${workspacesOf(holding)})`
  }
  const rows = outsideRows[table.name]
  if (!rows) throw new Error(`nobody said which rows of ${table.name} a backup holds`)
  return rows[holding.scope](`select user_id from membership where workspace_id in (${workspacesOf(holding)})`)
}

type RowsOf = Record<Holding['scope'], (people: string) => string>

/** The tables that are of no business alone. */
export const outsideRows: Record<string, RowsOf> = {
  app_user: { installation: (people) => `id in (${people})`, workspace: (people) => `id in (${people})` },
  session: { installation: (people) => `user_id in (${people})`, workspace: () => 'false' },
  password_reset: { installation: (people) => `user_id in (${people})`, workspace: () => 'false' },
  letter: { installation: () => 'true', workspace: () => 'false' },
}

function workspacesOf(holding: Holding) {
  return holding.scope === 'workspace'
    ? uuid(holding.workspaceId)
    : 'select workspace_id from workspace where not example'
}

function uuid(id: string) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new TypeError('an id is a uuid')
  return `'${id}'::uuid`
}
