import type { Installation } from '@comptoir/contract/identity'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'

/** What this installation is, for whoever is not signed in. */
export function askInstallation(): Promise<Installation> {
  return ask(api.api.installation.$get())
}
