import type { Words } from '../words.ts'

/** How one wants to be told. */
export const noticeSettings = {
  title: 'Vos notifications',
  what: 'De quoi',
  way: { inApp: 'Ici', push: 'Navigateur', digest: 'E-mail' },
  kind: {
    mention: 'On me mentionne',
    assigned: 'On me confie une conversation',
    answered: 'Un client me répond',
    trouble: 'Un message revient ou reste incertain',
    reminder: 'Un rappel est à traiter',
  },
  digest_hint:
    'L’e-mail rassemble ce que vous n’avez pas vu quand aucun écran n’est ouvert depuis un quart d’heure, au plus une fois par heure.',
  push_here: 'Ce navigateur me prévient',
  push_hint: 'Même quand aucune page de Comptoir n’est ouverte.',
  push_unsupported:
    'Ce navigateur ne sait pas prévenir quand aucune page n’est ouverte. Sur un iPhone ou un iPad, ajoutez d’abord Comptoir à l’écran d’accueil.',
  push_denied:
    'Vous avez interdit à Comptoir de vous prévenir. Autorisez-le dans les réglages de votre navigateur pour ce site.',
  quiet: 'Heures calmes',
  quiet_hint: 'Ni navigateur, ni e-mail. Ce qui vient attend ici.',
  from: 'De',
  until: 'À',
  zone: 'Fuseau horaire',
  days: 'Elles commencent le',
} satisfies Words
