import type { ClientFound, ClientView } from '@comptoir/contract/clients'

/** A client as a picker shows them. */
export function foundOf({ id, name, company, town, emails }: ClientView): ClientFound {
  return { id, name, company, town, email: emails[0]?.value ?? null }
}
