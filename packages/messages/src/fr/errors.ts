import type { Words } from '../words.ts'

export const errors = {
  invalid: 'Certains champs sont à corriger.',
  not_signed_in: 'Votre session est terminée. Connectez-vous pour continuer.',
  not_allowed: 'Vous n’avez pas le droit de faire cela. Demandez à un administrateur.',
  not_found: 'Cet élément n’existe pas, ou plus.',
  foreign_origin: 'Cette demande vient d’un autre site : elle a été refusée.',
  command_reused: 'Cette action a déjà été faite avec d’autres données. Rechargez la page.',
  request_too_large: 'Ce que vous envoyez est trop volumineux.',
  database_away: 'Le serveur redémarre. Rien n’est perdu : réessayez dans un instant.',
  broken: 'Une erreur est survenue chez nous. Référence : {reference}.',
  conversation_missing: 'Cette conversation n’existe pas, ou ne vous est plus confiée.',
  client_missing: 'Ce client n’existe pas, ou plus.',
  client_without_email: 'Ce client n’a pas d’adresse e-mail. Ajoutez-en une à sa fiche.',
  file_missing: 'Une pièce jointe n’est plus là. Retirez-la et joignez-la à nouveau.',
  attachments_too_large: 'Les pièces jointes dépassent {megabytes} Mo au total. Retirez-en une.',
  no_mailbox: 'Aucune boîte mail n’est en place. Ajoutez-en une dans les réglages.',
  newer_message: 'Un message plus récent est arrivé pendant que vous écriviez.',
} satisfies Words
