import type { ClientFound } from '@comptoir/contract/clients'

/** A conversation that is being begun: a new one, or one that waits. */
export interface Beginning {
  /** The conversation it will be. */
  id: string
  /** To whom, where that is known already. */
  to?: ClientFound | undefined
}
