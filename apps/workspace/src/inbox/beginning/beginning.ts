import type { ClientFound } from '@comptoir/contract/clients'
import type { BeginningTaken } from '@comptoir/contract/composer'

/** A conversation that is being begun: a new one, one that waits, or one that was taken back. */
export interface Beginning {
  /** The conversation it will be. */
  id: string
  /** To whom, where that is known already. */
  to?: ClientFound | undefined
  taken?: BeginningTaken | undefined
}
