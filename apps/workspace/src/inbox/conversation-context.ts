import { createContext, useContext } from 'solid-js'
import type { OpenedState } from '@comptoir/wire/apply/opened'
import type { ComposerHandle } from './create-composer-handle.ts'

/** The conversation that is open on this screen. */
export interface ConversationHere {
  id: string
  opened: () => OpenedState
  composer: ComposerHandle
}

export const ConversationContext = createContext<ConversationHere>()

export function useConversation(): ConversationHere {
  const conversation = useContext(ConversationContext)
  if (!conversation) throw new Error('no conversation around this component')
  return conversation
}
