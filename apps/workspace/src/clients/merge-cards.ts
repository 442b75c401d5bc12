import type { ClientFields } from './client-acts.ts'

/** What one wrote over what a colleague saved meanwhile: a field one did not touch is theirs. */
export function mergeCards(seen: ClientFields, written: ClientFields, theirs: ClientFields): ClientFields {
  const own = <Name extends keyof ClientFields>(name: Name) =>
    isSame(written[name], seen[name]) ? theirs[name] : written[name]
  return {
    name: own('name'),
    company: own('company'),
    street: own('street'),
    postalCode: own('postalCode'),
    town: own('town'),
    country: own('country'),
    note: own('note'),
    emails: own('emails'),
    phones: own('phones'),
  }
}

function isSame(a: string | readonly string[], b: string | readonly string[]) {
  return a.toString() === b.toString()
}
