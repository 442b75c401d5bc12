import type { Words } from '../words.ts'

export const clients = {
  card: 'Fiche du client',
  details: 'Coordonnées',
  tags: 'Mots-clés',
  add_tag: 'Ajouter',
  tag_name: 'Nom du mot-clé',
  tag_placeholder: 'Nouveau mot-clé',
  remove_tag: 'Retirer le mot-clé {name}',
  tag_removed: 'Mot-clé « {name} » retiré.',
  undo: 'Annuler',
  note_empty: 'Ajouter une note : préférences, horaires, code d’entrée…',
  edit_note: 'Modifier la note',
  save: 'Enregistrer',
  cancel: 'Annuler',
  remove_line: 'Retirer {value}',
  since: 'Client depuis le {date}',
  conversations: 'Autres conversations',
  no_conversations: 'C’est la seule conversation avec ce client.',
  more_conversations: 'Voir la suite',
} satisfies Words
