/** Whether the provider behind this sending server itself keeps what leaves through it among what was sent. */
export function keepsOwnCopies(smtpHost: string): boolean {
  return KEEPERS.test(smtpHost)
}

// Gmail, Microsoft and Yahoo; a copy of ours would be a second one.
const KEEPERS =
  /(?:^|\.)(?:smtp\.gmail\.com|smtp\.googlemail\.com|smtp-relay\.gmail\.com|smtp\.office365\.com|outlook\.com|smtp\.live\.com|smtp\.mail\.yahoo\.[a-z.]+|smtp\.aol\.com)$/i
