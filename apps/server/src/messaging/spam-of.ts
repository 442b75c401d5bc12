import { headersIn, type Header } from './mime/headers.ts'

/**
 * What the providers a mail passed say of it. Only a yes is believed: a sender who forges one harms himself alone,
 * and a forged no changes nothing.
 */
export function spamOf(headers: Header[]): 'flagged' | null {
  const isFlagged = YES.some(([key, yes]) => headersIn(headers, key).some((value) => yes.test(value)))
  return isFlagged ? 'flagged' : null
}

const YES: [key: string, yes: RegExp][] = [
  // SpamAssassin, Rspamd and what speaks like them: Proximus, Telenet, Infomaniak, Gandi, most hosts.
  ['x-spam-flag', /^(?:yes|true)\b/i],
  ['x-spam-status', /^yes\b/i],
  ['x-spam', /^yes\b/i],
  ['x-spamd-result', /^default: true\b/i],
  ['x-rspamd-action', /^(?:add header|rewrite subject|reject)\b/i],
  // Microsoft: from 5 on it is put among the junk.
  ['x-ms-exchange-organization-scl', /^[5-9]\b/],
  ['x-forefront-antispam-report', /\bSCL:[5-9]\b|\bSFV:SPM\b/],
  ['x-microsoft-antispam-mailbox-delivery', /\bdest:J\b/],
  // OVH.
  ['x-vr-spamstate', /spam/i],
  ['x-ovh-spam-reason', /^vr: spam/i],
  // Orange, Free.
  ['x-me-spamlevel', /^(?:very-)?high\b/i],
  ['x-proxad-sc', /\bstate=spam\b/i],
  ['x-proofpoint-spam-details', /\brule=spam\b/i],
  ['x-barracuda-spam-flag', /^yes\b/i],
  ['x-mailscanner-spamcheck', /^(?:yes|spam)\b/i],
  ['x-dspam-result', /^spam\b/i],
  ['x-bogosity', /^(?:yes|spam)\b/i],
  ['x-yandex-spam', /^4\b/],
]
