import { createMemo, mergeProps } from 'solid-js'
import type { OpenedState } from '@comptoir/wire/apply/opened'
import { useInbox } from './inbox-context.ts'

/** A conversation with what one did to it meanwhile, in the same parts, so that only what changes is drawn again. */
export function createOpenedAsDone(opened: () => OpenedState): () => OpenedState {
  const parts = useInbox().live.asDone.ofOpened(opened)
  const conversation = createMemo(parts.conversation)
  const unread = createMemo(parts.unread)
  const notices = createMemo(parts.notices)
  const reminders = createMemo(parts.reminders)
  const changed = {
    get conversation() {
      return conversation()
    },
    get unread() {
      return unread()
    },
    get notices() {
      return notices()
    },
    get reminders() {
      return reminders()
    },
  }
  return createMemo(() => mergeProps(opened(), changed))
}
