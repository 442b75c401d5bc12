import type { Words } from '../words.ts'

/** What is done by keys, and what is read aloud to whoever does not look. */
export const keyboard = {
  open: 'Ouvrir la conversation',
  choose_view: 'Choisir toute la vue',
  reply_all: 'Répondre à tous',
  reply_writer: 'Répondre à l’expéditeur seulement',
  mark_read: 'Marquer comme lue',
  undo: 'Annuler la dernière action',
  send: 'Envoyer, ou ajouter la note',
  leave_text: 'Quitter le texte',
  saved_views: 'Vues enregistrées',
  cap_shift: 'Maj',
  cap_enter: 'Entrée',
  cap_escape: 'Échap',
  new_message: 'Nouveau message de {name} : {text}',
  new_note: 'Note de {name} : {text}',
  new_messages: { one: '{n} nouveau message', other: '{n} nouveaux messages' },
} satisfies Words
