import type { Words } from '../words.ts'

export const views = {
  label: 'Vues de la messagerie',
  choose: 'Changer de vue',
  more: 'Autres vues',
  members: 'Par collègue',
  sources_title: 'Par source',
  names: {
    open: 'Ouvertes',
    unread: 'Non lues',
    'to-answer': 'À répondre',
    'follow-up': 'À suivre',
    mine: 'À moi',
    unassigned: 'Non assignées',
    'unread-assignee': 'Non lues (responsable)',
    sent: 'Envoyées',
    all: 'Toutes',
    archived: 'Archivées',
    deleted: 'Supprimées',
  },
  sources: {
    email: 'E-mail',
    form: 'Formulaire du site',
    portal: 'Portail',
    sms: 'SMS',
    campaign: 'Campagnes',
    booking: 'Réservations',
    staff: 'Écrites par l’équipe',
  },
  empty: {
    open: { title: 'Tout est traité', text: 'Les messages de vos clients arriveront ici dès qu’ils écriront.' },
    unread: { title: 'Rien de non lu', text: 'Vous avez tout lu. Les nouveaux messages apparaîtront ici.' },
    'to-answer': {
      title: 'Personne n’attend de réponse',
      text: 'Qui attend depuis le plus longtemps sera ici, en premier.',
    },
    'follow-up': {
      title: 'Rien à suivre',
      text: 'Posez un rappel sur une conversation : elle sera ici jusqu’à ce qu’il soit fait.',
    },
    mine: {
      title: 'Rien ne vous est confié',
      text: 'Prenez une conversation non assignée, ou attendez qu’un collègue vous en confie une.',
    },
    unassigned: {
      title: 'Chaque conversation a un responsable',
      text: 'Celles que personne n’a encore prises apparaîtront ici.',
    },
    'unread-assignee': {
      title: 'Chaque responsable a tout lu',
      text: 'Ce que la personne responsable n’a pas encore lu apparaîtra ici.',
    },
    sent: {
      title: 'Rien d’envoyé pour l’instant',
      text: 'Les conversations où l’équipe a écrit à un client apparaîtront ici.',
    },
    all: { title: 'Aucune conversation', text: 'Toutes les conversations seront ici, ouvertes et archivées.' },
    archived: {
      title: 'Aucune conversation archivée',
      text: 'Archivez ce qui est terminé : une réponse du client le rouvre tout seul.',
    },
    deleted: { title: 'Rien de supprimé', text: 'Une conversation supprimée attend ici, et peut être restaurée.' },
    member: { title: 'Rien n’est confié à cette personne', text: 'Ce que vous lui confierez apparaîtra ici.' },
    source: { title: 'Rien par ce chemin', text: 'Les conversations venues de là apparaîtront ici.' },
    see_open: 'Voir les conversations ouvertes',
    see_unassigned: 'Voir les non assignées',
  },
} satisfies Words
