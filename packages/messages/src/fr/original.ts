import type { Words } from '../words.ts'

/** A mail as it came. */
export const original = {
  title: 'Message d’origine',
  download: 'Télécharger',
  from: 'De',
  'reply-to': 'Répondre à',
  to: 'À',
  cc: 'Cc',
  date: 'Date',
  subject: 'Objet',
  'message-id': 'Identifiant',
  'authentication-results': 'Authentification',
  checked: 'Vérifié ici',
  check_verified: 'Le domaine de l’expéditeur confirme cet envoi.',
  check_unverified: 'Le domaine de l’expéditeur ne confirme pas cet envoi.',
  check_nobody: 'Personne n’a pu être interrogé.',
  cut: 'Les premiers {shown} sur {size}. Téléchargez-le pour tout lire.',
  text: 'Texte brut du message',
} satisfies Words
