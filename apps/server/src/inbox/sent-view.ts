import type { MessageItem } from '@comptoir/contract/timeline'

/** A message of ours as it stands when it was just written, with nothing heard of it yet. */
export function sentView({
  id,
  seq,
  userId,
  authorName,
  subject,
  text,
  quotedText,
  html,
  attachments,
  at,
  addressees,
  leaving,
  party,
  aboutId,
  signatureHtml,
}: Said): MessageItem {
  const receipt = { state: 'queued', at, reason: null, answer: null, complainedAt: null } as const
  const said = { authorName, subject, text, quotedText, html, attachments, party, aboutId }
  const plain = { kind: 'message', written: 'here', senderCheck: null, calendar: null } as const
  return {
    is: 'message',
    id,
    seq,
    direction: 'out',
    channel: 'email',
    userId,
    ...said,
    addressees,
    receipt,
    leaving,
    signatureHtml,
    ...plain,
    alsoIn: [],
    at,
  }
}

type Said = Pick<
  MessageItem,
  | 'id'
  | 'seq'
  | 'userId'
  | 'authorName'
  | 'subject'
  | 'text'
  | 'quotedText'
  | 'html'
  | 'attachments'
  | 'at'
  | 'addressees'
  | 'leaving'
  | 'party'
  | 'aboutId'
  | 'signatureHtml'
>
