import type { ClientView } from '@comptoir/contract/clients'

/** The postal address on one line; empty where nothing is known of it. */
export function addressOf({
  street,
  postalCode,
  town,
  country,
}: Pick<ClientView, 'street' | 'postalCode' | 'town' | 'country'>) {
  return [street, [postalCode, town].filter(Boolean).join(' '), country].filter(Boolean).join(', ')
}
