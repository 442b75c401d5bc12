import type { MessageItem } from '@comptoir/contract/timeline'
import type { Received } from './receive-message.ts'

/** A message of a client as it leaves the server, without reading back what was written. */
export function receivedView(
  input: Received,
  { seq, at, attachments }: Pick<MessageItem, 'seq' | 'at' | 'attachments'>,
) {
  const { messageId: id, channel, authorName, subject, bodyText: text, quotedText, bodyHtml, remoteImages } = input
  const { kind = 'message', senderCheck = null, calendar = null } = input
  const html: MessageItem['html'] = bodyHtml === null ? { is: 'none' } : { is: 'mail', remoteImages }
  const said = { channel, userId: null, authorName, subject, text, quotedText, html, attachments }
  const about = {
    kind,
    party: partyOf(input),
    aboutId: input.beside?.aboutId ?? null,
    senderCheck,
    calendar,
    written: 'here',
    alsoIn: [] as string[],
    addressees: input.addressees ?? [],
  } as const
  return {
    is: 'message',
    id,
    seq,
    direction: 'in',
    ...said,
    receipt: null,
    leaving: null,
    signatureHtml: null,
    ...about,
    at,
  } satisfies MessageItem
}

/** Whether the client says it, or somebody outside. */
export function partyOf({ beside }: Received): MessageItem['party'] {
  return beside ? 'outsider' : 'client'
}
