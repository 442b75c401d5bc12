import type { Words } from '../words.ts'

/** Making one conversation of several, and several of one. */
export const merging = {
  title: 'Fusionner des conversations',
  text: 'Messages, notes, brouillons et rappels se retrouvent dans la conversation qui reste. Vous pouvez annuler pendant 24 heures.',
  stays: 'Conversation qui reste',
  add: 'Ajouter une conversation',
  find: 'Client, objet ou mots du message',
  find_hint: 'Les conversations du même client sont proposées d’abord.',
  found: 'Conversations',
  nothing_found: 'Aucune autre conversation.',
  leave_out: 'Ne pas fusionner « {name} »',
  other_client:
    'La conversation reste celle de {client} : les messages de {others} y seront, chacun avec son auteur, et les réponses iront à {client}.',
  submit: 'Fusionner',
  too_few: 'Choisissez au moins une autre conversation.',
  too_many: 'Pas plus de {n} conversations à la fois.',
  done: { one: 'Conversation fusionnée.', other: '{n} conversations fusionnées.' },
  undone: 'Fusion annulée.',
  split_done: 'Conversation séparée.',
  split_undone: 'Séparation annulée.',
  link_title: 'Lier une conversation',
  link_text: 'Elles restent à part, et chacune mène à l’autre.',
  link_which: 'Conversation à lier',
  linked: 'Conversations liées.',
  apart: 'Lien retiré.',
  linked_with: 'Liées :',
  unlink: 'Ne plus lier à « {name} »',
} satisfies Words
