import type { Words } from '../words.ts'

export const common = {
  add: 'Ajouter',
  announcements: 'Annonces',
  cancel: 'Annuler',
  close: 'Fermer',
  could_not_show: 'Ceci ne peut pas être affiché pour le moment',
  crashed: 'Cette page a rencontré un problème',
  crashed_text: 'Rechargez-la pour continuer. Ce qui était enregistré l’est toujours.',
  email: 'Adresse e-mail',
  hide_password: 'Cacher le mot de passe',
  loading: 'Chargement…',
  name: 'Nom',
  password: 'Mot de passe',
  reload: 'Recharger la page',
  retry: 'Réessayer',
  save: 'Enregistrer',
  saved: 'C’est enregistré.',
  send: 'Envoyer',
  show_password: 'Montrer le mot de passe',
  undo: 'Annuler',
  unreachable: 'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez : rien n’est perdu.',
} satisfies Words
