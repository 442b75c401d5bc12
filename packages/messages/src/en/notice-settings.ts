import type { Words } from '../words.ts'

/** How one wants to be told. */
export const noticeSettings = {
  title: 'Your notifications',
  what: 'About what',
  way: { inApp: 'Here', push: 'Browser', digest: 'E-mail' },
  kind: {
    mention: 'I am mentioned',
    assigned: 'I am assigned a conversation',
    answered: 'A client answers me',
    trouble: 'A message comes back or is uncertain',
    reminder: 'A reminder is due',
  },
  digest_hint:
    'The e-mail gathers what you have not seen when no screen has been open for a quarter of an hour, at most once an hour.',
  push_here: 'This browser tells me',
  push_hint: 'Even when no page of Comptoir is open.',
  push_unsupported:
    'This browser cannot tell you when no page is open. On an iPhone or iPad, add Comptoir to the home screen first.',
  push_denied: 'You do not allow Comptoir to tell you. Allow it in the settings of your browser for this site.',
  quiet: 'Quiet hours',
  quiet_hint: 'Neither browser nor e-mail. What comes waits here.',
  from: 'From',
  until: 'To',
  zone: 'Time zone',
  days: 'They begin on',
} satisfies Words
