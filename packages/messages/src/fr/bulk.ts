import type { Words } from '../words.ts'

/** What is done to many conversations at once. */
export const bulk = {
  label: 'Agir sur les conversations choisies',
  choose: 'Choisir celles de {name}',
  choose_row: 'Choisir la conversation',
  chosen: { one: '{n} choisie', other: '{n} choisies' },
  all_loaded: 'Choisir toutes celles qui sont affichées',
  whole_view: 'Choisir les {n} conversations de cette vue',
  clear: 'Ne plus rien choisir',
  mark_read: 'Marquer comme lues',
  tag: 'Donner un mot-clé aux clients',
  tag_hint: 'Tous les clients des conversations choisies le reçoivent.',
  running: '{done} sur {total} conversations…',
  undoing: 'Annulation… {done} sur {total} restent à remettre.',
  failed: {
    one: '{act} : cela n’a pas été possible pour {n} conversation, qui reste comme elle était.',
    other: '{act} : cela n’a pas été possible pour {n} conversations, qui restent comme elles étaient.',
  },
  undo_failed: {
    one: '{act} : l’annulation a échoué pour {n} conversation.',
    other: '{act} : l’annulation a échoué pour {n} conversations.',
  },
  undo_rest: 'Annuler le reste',
  done: {
    archive: { one: 'Conversation archivée.', other: '{n} conversations archivées.' },
    reopen: { one: 'Conversation rouverte.', other: '{n} conversations rouvertes.' },
    delete: { one: 'Conversation supprimée.', other: '{n} conversations supprimées.' },
    restore: { one: 'Conversation restaurée.', other: '{n} conversations restaurées.' },
    tag: {
      one: 'Mot-clé « {tag} » donné au client.',
      other: 'Mot-clé « {tag} » donné aux clients de {n} conversations.',
    },
    read: { one: 'Conversation marquée comme lue.', other: '{n} conversations marquées comme lues.' },
    unread: { one: 'Conversation marquée comme non lue.', other: '{n} conversations marquées comme non lues.' },
    remind: { one: 'Rappel posé.', other: 'Rappel posé sur {n} conversations.' },
    assign: { one: 'Conversation confiée à {name}.', other: '{n} conversations confiées à {name}.' },
    unassign: {
      one: 'La conversation n’a plus de responsable.',
      other: '{n} conversations n’ont plus de responsable.',
    },
  },
} satisfies Words
