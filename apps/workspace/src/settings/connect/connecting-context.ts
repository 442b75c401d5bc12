import { createContext, useContext } from 'solid-js'
import type { Connecting } from './create-connecting.ts'

export const ConnectingContext = createContext<Connecting>()

/** The mailbox that is being connected. */
export function useConnecting(): Connecting {
  const connecting = useContext(ConnectingContext)
  if (!connecting) throw new Error('no mailbox is being connected around this component')
  return connecting
}
