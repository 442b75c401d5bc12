import type { Words } from '../words.ts'

/** What is wrong with one field, and how to put it right. */
export const invalid = {
  blockable: 'Écrivez une adresse comme nom@exemple.com, ou un domaine comme @exemple.com.',
  characters: 'Ce texte contient des caractères qui ne peuvent pas être gardés. Retapez-le.',
  email: 'Cette adresse e-mail n’est pas complète. Exemple : nadia@exemple.be',
  empty: 'Ce champ est à remplir.',
  field_twice: 'Ce champ y est déjà. Retirez-en un.',
  format: 'Cette valeur n’est pas acceptée. Vérifiez-la.',
  host: 'Ce nom de serveur n’est pas valable. Exemple : smtp.exemple.be',
  limit: 'Indiquez un nombre de 1 à 1 000 000, ou laissez vide.',
  message_field: 'Le champ du message doit rester, une seule fois.',
  options: 'Donnez au moins deux réponses possibles, une par ligne.',
  options_alike: 'Deux réponses sont les mêmes. Changez-en une.',
  password_short: 'Choisissez au moins 10 caractères.',
  phone: 'Ce numéro de téléphone n’est pas valable. Exemple : 0476 12 34 56',
  reachable: 'Gardez au moins l’e-mail ou le téléphone, pour pouvoir répondre.',
  spans: 'Écrivez les heures dans leur ordre, comme ceci : 9h-12h30, 14h-18h',
  time_zone: 'Ce fuseau horaire n’existe pas. Choisissez-en un dans la liste.',
  too_long: 'Ce texte est trop long. Raccourcissez-le.',
  too_many_fields: 'Trente champs au plus. Retirez-en quelques-uns.',
  too_many_files: 'Vingt pièces jointes au plus. Retirez-en quelques-unes.',
  too_many_recipients: 'Cinquante destinataires au plus. Retirez-en quelques-uns.',
  too_many_options: 'Trente réponses au plus. Retirez-en quelques-unes.',
  date: 'Indiquez une date.',
  ends_before: 'Le dernier jour vient avant le premier.',
} satisfies Words
