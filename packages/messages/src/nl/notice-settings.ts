import type { Words } from '../words.ts'

/** How one wants to be told. */
export const noticeSettings = {
  title: 'Uw meldingen',
  what: 'Waarover',
  way: { inApp: 'Hier', push: 'Browser', digest: 'E-mail' },
  kind: {
    mention: 'Ik word vermeld',
    assigned: 'Ik krijg een gesprek toevertrouwd',
    answered: 'Een klant antwoordt mij',
    trouble: 'Een bericht komt terug of is onzeker',
    reminder: 'Een herinnering is te doen',
  },
  digest_hint:
    'De e-mail verzamelt wat u niet gezien hebt wanneer er al een kwartier geen scherm openstaat, hoogstens één keer per uur.',
  push_here: 'Deze browser waarschuwt mij',
  push_hint: 'Ook wanneer geen enkele pagina van Comptoir openstaat.',
  push_unsupported:
    'Deze browser kan u niet waarschuwen wanneer geen pagina openstaat. Zet Comptoir op een iPhone of iPad eerst op het beginscherm.',
  push_denied:
    'U staat Comptoir niet toe u te waarschuwen. Sta het toe in de instellingen van uw browser voor deze site.',
  quiet: 'Stille uren',
  quiet_hint: 'Geen browser en geen e-mail. Wat komt, wacht hier.',
  from: 'Van',
  until: 'Tot',
  zone: 'Tijdzone',
  days: 'Ze beginnen op',
} satisfies Words
