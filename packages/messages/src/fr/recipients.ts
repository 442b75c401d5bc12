import type { Words } from '../words.ts'

/** To whom a message goes, a part of what the inbox says. */
export const recipients = {
  to: 'À',
  cc: 'Cc',
  bcc: 'Cci',
  cc_to: 'Cc {to}',
  bcc_to: 'Cci {to}',
  left_out: 'Laissés de côté :',
  put_back: 'Remettre {address}',
  to_all: 'Répondre à tous',
  to_writer: 'À l’expéditeur seul',
  remove: 'Retirer {address}',
  stranger: 'pas encore dans la conversation',
  left_out_count: { one: '1 personne laissée de côté', other: '{n} personnes laissées de côté' },
} satisfies Words
