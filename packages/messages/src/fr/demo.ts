import type { Words } from '../words.ts'

/** The example business. */
export const demo = {
  enter: 'Entrer comme',
  make: 'Voir l’entreprise d’exemple',
  make_hint: 'Quelques secondes. Rien ne quitte cette machine, et tout peut être recommencé.',
  making: 'L’entreprise d’exemple se prépare…',
  reset: 'Recommencer l’exemple à neuf',
  text: 'Une entreprise des Ardennes, ses clients et trois mois de conversations. Entrez comme l’un de ses membres, en un clic, et essayez tout.',
  title: 'Ou regardez d’abord',
} satisfies Words
