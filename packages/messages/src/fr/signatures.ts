import type { Words } from '../words.ts'

/** What mails end with. */
export const signatures = {
  act: 'Signature…',
  title: 'Signature',
  own_text: 'Vos e-mails se terminent par elle, dans cette entreprise. Une boîte peut prescrire la sienne à tous.',
  hint: 'Une ligne dont une information manque est laissée de côté.',
  preview: 'Vos clients lisent',
  of_mailbox: 'Signature de {name}',
  mailbox_text:
    'Tous les e-mails de cette boîte se terminent ainsi, quel que soit leur auteur. Vide, chacun garde la sienne.',
  line: 'Signature : {words}',
  prescribed: 'Cette boîte prescrit la même signature à tous.',
  without: 'Envoyer sans signature',
  add: 'Ajouter la signature',
} satisfies Words
