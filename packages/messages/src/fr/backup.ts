import type { Words } from '../words.ts'

/** What is kept against the day when a machine breaks. */
export const backup = {
  confirm_hint: 'Celui avec lequel vous vous connectez. Il est demandé encore une fois, car ce fichier contient tout.',
  download: 'Télécharger une sauvegarde',
  example_text: 'Cette entreprise est un exemple. Créez la vôtre pour la sauvegarder.',
  example_title: 'Ici, il n’y a rien à sauvegarder',
  file: 'FICHIER',
  holds_business:
    'Un seul fichier contient tout ce qui est à votre entreprise, à un même instant : clients, conversations, pièces jointes, équipe et réglages.',
  holds_business_not:
    'D’autres entreprises partagent cette installation : les mots de passe des boîtes mail et de vos collègues n’en font donc pas partie. Après une restauration, les boîtes mail seront à reconnecter et chacun choisira un nouveau mot de passe.',
  holds_installation:
    'Un seul fichier contient tout, à un même instant : clients, conversations, pièces jointes, équipe, réglages et mots de passe des boîtes mail.',
  last: 'Dernière sauvegarde : {at}',
  last_never: 'Aucune sauvegarde n’a encore été faite.',
  mailbox_restored:
    'Cette boîte mail vient d’une sauvegarde restaurée : elle est en pause, pour que rien ne parte deux fois. Vérifiez les messages marqués « Envoi incertain », puis reprenez l’envoi.',
  mailbox_secret_left_out:
    'Cette boîte mail vient d’une sauvegarde restaurée, qui ne contenait pas son mot de passe. Connectez-la à nouveau, puis reprenez l’envoi.',
  precious:
    'Ce fichier est aussi précieux que l’entreprise : qui l’a entre les mains peut tout lire. Gardez-le en lieu sûr, et pas sur la même machine.',
  restore: 'Restaurer',
  restore_command: 'Commande pour restaurer',
  restore_text:
    'Une sauvegarde se restaure dans une installation encore vide, et arrêtée, par cette commande. Les boîtes mail y restent en pause jusqu’à ce que vous les repreniez : rien ne part deux fois.',
  started: 'Le téléchargement commence. Ne fermez pas le navigateur avant la fin.',
  title: 'Sauvegarde',
} satisfies Words
