import type { DeliveryChange } from './move-deliveries.ts'
import type { SendOutcome } from './smtp-line.ts'

export interface Tried {
  /** How often it was tried before. */
  attempts: number
  /** `over`: the three days it is kept trying have passed. */
  patience: 'left' | 'over'
  /** Whether its copy belongs among what was sent, on the mailbox's own server. */
  copy: 'wanted' | null
}

const minuteSeconds = 60
const waitMinutes = [1, 5, 15, 60, 120, 240]
const mostContentTries = 3

/**
 * What becomes of a delivery after a try. A mail that may have left is never sent again by itself. Only what a server
 * said of the mail is kept as its answer.
 */
export function changeAfterTry(outcome: SendOutcome, tried: Tried): DeliveryChange {
  switch (outcome.outcome) {
    case 'accepted':
      return { state: 'accepted', answer: outcome.response, copy: tried.copy }
    case 'unknown':
      return { state: 'unknown', reason: 'errors.delivery_unknown', answer: null }
    case 'refused':
      if (outcome.permanent) return { state: 'failed', reason: refusalReason(outcome), answer: outcome.response }
      return later('errors.delivery_put_off', outcome.response, tried)
    case 'not-sent':
      if (outcome.reason !== 'content') return later('errors.delivery_waits_for_account', null, tried)
      if (tried.attempts + 1 < mostContentTries) return later('errors.delivery_attachment_away', null, tried)
      return { state: 'failed', reason: 'errors.delivery_attachment_away', answer: null }
  }
}

function later(reason: string, answer: string | null, { attempts, patience }: Tried): DeliveryChange {
  if (patience === 'over') return { state: 'failed', reason: 'errors.delivery_gave_up', answer }
  const minutes = waitMinutes[Math.min(attempts, waitMinutes.length - 1)]!
  return { state: 'queued', reason, answer, waitSeconds: minutes * minuteSeconds }
}

/** Why a server refused for good: by its enhanced code (RFC 3463) where it gives one, else by the plain one. */
export function refusalReason({ code, response }: { code: number; response: string }): string {
  const status = response.match(/\b5\.\d{1,3}\.\d{1,3}\b/)?.[0] ?? ''
  if (/^5\.1\.[1236]$|^5\.1\.10$|^5\.2\.1$/.test(status)) return 'errors.delivery_no_such_address'
  if (/^5\.2\.2$/.test(status)) return 'errors.delivery_mailbox_full'
  if (/^5\.2\.3$|^5\.3\.4$/.test(status) || (code === 552 && status === '')) return 'errors.delivery_too_large'
  if (status.startsWith('5.7.')) return 'errors.delivery_distrusted'
  return status === '' && code === 550 ? 'errors.delivery_no_such_address' : 'errors.delivery_refused'
}
