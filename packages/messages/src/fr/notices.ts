import type { Words } from '../words.ts'

/** What people are told of, and the list of it. */
export const notices = {
  title: 'Notifications',
  unseen: { one: '{n} notification non vue', other: '{n} notifications non vues' },
  not_seen: 'Non vue',
  mention: '{actor} vous mentionne',
  assigned: '{actor} vous a confié la conversation',
  assigned_many: { one: '{actor} vous a confié {n} conversation', other: '{actor} vous a confié {n} conversations' },
  answered: '{actor} a écrit',
  trouble: {
    bounced: 'Un message n’a pas été remis',
    gave_up: 'L’envoi d’un message a été abandonné après trois jours',
    unknown: 'On ne sait pas si un message est parti',
    complained: '{name} a signalé un message comme indésirable',
  },
  reminder: 'Rappel à traiter',
  see_all: 'Tout marquer comme vu',
  settings: 'Régler',
  open: 'Ouvrir',
  empty: 'Rien de nouveau',
  empty_text:
    'Vous trouverez ici ce qui vous attend : une mention d’un collègue, une conversation confiée, la réponse d’un client, un message revenu.',
  latest: 'Les {n} plus récentes sont affichées.',
} satisfies Words
