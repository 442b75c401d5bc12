import type { Words } from '../words.ts'

/** How a message leaves, a part of what the inbox says. */
export const delivery = {
  receipt: {
    sending: 'Envoi…',
    waiting: 'En attente de connexion',
    queued: 'En file d’envoi',
    sent: 'Envoyé',
    delivered: 'Distribué',
    read: 'Lu',
    failed: 'Non envoyé',
    unknown: 'Envoi incertain',
    delayed: 'Envoyé, remise en retard',
    complained: 'Signalé comme indésirable',
    follow: '{state} : voir le suivi de l’envoi',
    at: '{state}, {at}',
    failed_why: 'Ce message n’est pas parti.',
    unknown_why: 'Nous ne savons pas si ce message est parti. Vérifiez avec le client avant de renvoyer.',
    answer: 'Réponse du serveur : {answer}',
    resend: 'Renvoyer',
    it_left: 'Il est parti',
    retry: 'Réessayer',
    take_back: 'Reprendre le texte',
  },
  leaving: {
    in: 'Envoi dans {n} s',
    cancel: 'Annuler',
  },
  track: {
    title: 'Suivi de l’envoi',
    to: 'À {recipient}',
    next_try: 'Prochain essai : {at}.',
    tries: { one: '{n} essai', other: '{n} essais' },
    none: 'Ce message n’a pas été envoyé par e-mail.',
  },
  trouble: {
    bounced: 'Votre message à {name} n’a pas été remis.',
    gave_up: 'Votre message à {name} n’a pas pu partir en trois jours.',
    unknown: 'Nous ne savons pas si votre message à {name} est parti.',
    complained: '{name} a signalé votre message comme indésirable.',
    see: 'Voir',
  },
} satisfies Words
