import type { Words } from '../words.ts'

/** What is wrong with one field, and how to put it right. */
export const invalid = {
  characters: 'Ce texte contient des caractères qui ne peuvent pas être gardés. Retapez-le.',
  email: 'Cette adresse e-mail n’est pas complète. Exemple : nadia@exemple.be',
  empty: 'Ce champ est à remplir.',
  format: 'Cette valeur n’est pas acceptée. Vérifiez-la.',
  host: 'Ce nom de serveur n’est pas valable. Exemple : smtp.exemple.be',
  limit: 'Indiquez un nombre de 1 à 1 000 000, ou laissez vide.',
  password_short: 'Choisissez au moins 10 caractères.',
  phone: 'Ce numéro de téléphone n’est pas valable. Exemple : 0476 12 34 56',
  time_zone: 'Ce fuseau horaire n’existe pas. Choisissez-en un dans la liste.',
  too_long: 'Ce texte est trop long. Raccourcissez-le.',
  too_many_files: 'Vingt pièces jointes au plus. Retirez-en quelques-unes.',
  blockable: 'Écrivez une adresse comme nom@exemple.com, ou un domaine comme @exemple.com.',
} satisfies Words
