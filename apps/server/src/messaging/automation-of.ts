import type { MailKind } from './classify-mail.ts'
import { headerIn, type Header } from './mime/headers.ts'

/** Whether a program wrote, which no program of ours may answer: for one person, to a list, or about something. */
export type Automation = 'none' | 'auto-reply' | 'bulk' | 'auto-generated'

export function automationOf(headers: Header[], kind: MailKind): Automation {
  if (kind === 'auto-reply') return 'auto-reply'
  if (
    BULK.some((key) => headerIn(headers, key) !== '') ||
    /^(?:bulk|list|junk)$/i.test(headerIn(headers, 'precedence'))
  )
    return 'bulk'
  const submitted = headerIn(headers, 'auto-submitted')
  const isGenerated =
    kind !== 'message' ||
    (submitted !== '' && !/^no\b/i.test(submitted)) ||
    // Exchange's way of asking not to be answered.
    /\b(?:all|oof|autoreply)\b/i.test(headerIn(headers, 'x-auto-response-suppress'))
  return isGenerated ? 'auto-generated' : 'none'
}

const BULK = ['list-id', 'list-unsubscribe', 'list-post', 'feedback-id']
