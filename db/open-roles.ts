import { createHmac } from 'node:crypto'
import pg from 'pg'
import type { DbUrls } from './db.ts'

/**
 * Lets the app and system roles sign in, with passwords that follow from the installation's secret key, and
 * answers where to connect. `url` is where requests go (it may be a pooler), `ownerUrl` reaches the server itself.
 */
export async function openRoles(ownerUrl: string, secretKey: string, url = ownerUrl): Promise<DbUrls> {
  const urls = roleUrls(url, secretKey)
  if ((await opens(urls.appUrl)) && (await opens(urls.systemUrl))) return urls
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(rolesSql(secretKey))
  } catch (error) {
    throw new RolesError(rolesSql(secretKey), { cause: error })
  } finally {
    await client.end()
  }
  return urls
}

/** Where the roles connect, once they were opened. */
export function roleUrls(url: string, secretKey: string): DbUrls {
  return { appUrl: urlOf(url, 'comptoir_app', secretKey), systemUrl: urlOf(url, 'comptoir_system', secretKey) }
}

/** The owner may not change roles: its message is the SQL that somebody with that right has to run. */
export class RolesError extends Error {
  override name = 'RolesError'
}

/**
 * A plan is made once for each statement and connection. Left to itself PostgreSQL plans a list anew at every page:
 * under the walls it believes that plans for the values at hand are cheaper, and that costs more than the page.
 */
const settings = { timezone: 'UTC', plan_cache_mode: 'force_generic_plan' }

/** Whether the role can sign in and is set as it should be. */
async function opens(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const wanted = Object.entries(settings).map(([name, value]) => `current_setting('${name}') = '${value}'`)
    const { rows } = await client.query<{ isSet: boolean }>(`select ${wanted.join(' and ')} as "isSet"`)
    return rows[0]!.isSet
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function rolesSql(secretKey: string) {
  return ['comptoir_app', 'comptoir_system']
    .flatMap((role) => [
      `alter role ${role} login password '${passwordOf(role, secretKey)}';`,
      ...Object.entries(settings).map(([name, value]) => `alter role ${role} set ${name} = '${value}';`),
    ])
    .join('\n')
}

function passwordOf(role: string, secretKey: string) {
  return createHmac('sha256', secretKey).update(`database role ${role}`).digest('base64url')
}

function urlOf(url: string, role: string, secretKey: string) {
  const at = new URL(url)
  at.username = role
  at.password = passwordOf(role, secretKey)
  return at.href
}
