import type { Words } from '../words.ts'

export const absence = {
  title: 'Mon absence',
  title_of: 'Absence de {name}',
  set: 'Absence…',
  until: 'Absence jusqu’au {day}',
  until_with: 'Absence jusqu’au {day}, remplacement : {name}',
  beside: '{name} · {absence}',
  is_away: 'Absence de {name}',
  to_replacement: 'Confier à {name}',
  anyway: 'À {name} quand même',
  from: 'Premier jour',
  last_day: 'Dernier jour',
  replacement: 'Remplacement',
  replacement_hint: 'Cette personne est prévenue aussi quand un client répond.',
  nobody: 'Personne',
  saved: 'L’absence est enregistrée.',
  end: 'Fin de l’absence',
  ended: 'L’absence est terminée.',
} satisfies Words
