import type { Words } from '../words.ts'

/** What people are told of, and the list of it. */
export const notices = {
  title: 'Meldingen',
  unseen: { one: '{n} ongeziene melding', other: '{n} ongeziene meldingen' },
  not_seen: 'Niet gezien',
  mention: '{actor} heeft u vermeld',
  assigned: '{actor} heeft u het gesprek toevertrouwd',
  assigned_many: {
    one: '{actor} heeft u {n} gesprek toevertrouwd',
    other: '{actor} heeft u {n} gesprekken toevertrouwd',
  },
  answered: '{actor} heeft geschreven',
  trouble: {
    bounced: 'Een bericht is niet afgeleverd',
    gave_up: 'Het versturen van een bericht is na drie dagen opgegeven',
    unknown: 'Niemand weet of een bericht vertrokken is',
    complained: '{name} heeft een bericht als ongewenst gemeld',
  },
  reminder: 'Herinnering te doen',
  see_all: 'Alles als gezien markeren',
  settings: 'Instellen',
  open: 'Openen',
  empty: 'Niets nieuws',
  empty_text:
    'U krijgt hier een melding wanneer een collega u vermeldt of u een gesprek toevertrouwt, wanneer een klant antwoordt, of wanneer een bericht terugkomt.',
  latest: 'De {n} recentste worden getoond.',
} satisfies Words
