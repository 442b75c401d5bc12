import { sql } from 'kysely'
import { readWorkspace, type Db, type Tx } from '@comptoir/db/db'
import type { ClientFound } from '@comptoir/contract/clients'
import type { Staff } from '../identity/actor.ts'
import { normaliseEmail, normalisePhone } from './normalise-contact-point.ts'
import { showClients } from './show-clients.ts'

const most = 5

/** Clients who have this address or this number already: whoever adds one may know them. */
export function findAlike(
  db: Db,
  staff: Staff,
  { email, phone }: { email: string; phone: string },
): Promise<ClientFound[]> {
  return readWorkspace(db, staff.workspaceId, async (tx) => {
    const [byEmail, byPhone] = await Promise.all([
      email.includes('@') ? having(tx, staff, 'email', [normaliseEmail(email)]) : [],
      phone.replace(/\D/g, '').length >= 8 ? having(tx, staff, 'phone', formsOf(normalisePhone(phone))) : [],
    ])
    return showClients(tx, staff, [...new Set([...byEmail, ...byPhone])].slice(0, most))
  })
}

async function having(tx: Tx, { workspaceId }: Staff, kind: 'email' | 'phone', forms: string[]): Promise<string[]> {
  const found = await tx
    .selectFrom('contactPoint')
    .select('clientId')
    .where('workspaceId', '=', workspaceId)
    .where('kind', '=', kind)
    .where('normalised', '=', sql<string>`any(${forms}::text[])`)
    .orderBy(sql`last_used_at desc nulls last`)
    .limit(most)
    .execute()
  return found.map(({ clientId }) => clientId)
}

/** A number as it may have been written: with the country, with two zeros before it, or as at home. */
function formsOf(number: string): string[] {
  const abroad = countries.find((code) => number.startsWith(`+${code}`) || number.startsWith(`00${code}`))
  const home = abroad ? number.replace(/^(\+|00)/, '').slice(abroad.length) : number.replace(/^0/, '')
  return [
    number,
    `0${home}`,
    home,
    ...countries
      .filter((code) => !abroad || code === abroad)
      .flatMap((code) => [`+${code}${home}`, `00${code}${home}`]),
  ]
}

const countries = ['33', '32', '31', '352', '41', '49', '44', '34', '39']
