import type { Words } from '../words.ts'

/** How what leaves is signed in the name of a domain. */
export const signing = {
  title: 'Signature de vos e-mails (DKIM)',
  text: 'Signés au nom de votre domaine, vos e-mails risquent moins d’arriver dans les indésirables, et le serveur qui les reçoit voit s’ils ont été modifiés en route.',
  none: 'Connectez d’abord une boîte mail de votre propre domaine : sa signature se prépare ici.',
  by_provider: '{provider} signe lui-même ce qui part de {domain}. Vous n’avez rien à faire.',
  signed_by_provider: 'Rien à faire',
  no_key: 'Pas de clé',
  to_publish: 'À publier',
  published: 'Publiée',
  no_key_text:
    'Comptoir prépare une clé. Vous en copierez ensuite la partie publique chez l’hébergeur de votre domaine : une fois suffit.',
  make: 'Préparer la signature',
  steps: 'Que faire ?',
  step_open:
    'Ouvrez la « zone DNS » de {domain}, là où vous avez acheté votre nom de domaine : chez OVH, Gandi, Infomaniak, Combell…',
  step_add: 'Ajoutez-y un enregistrement de type TXT, et copiez-y ces deux valeurs.',
  step_check:
    'Revenez ici et appuyez sur « Vérifier ». La publication prend quelques minutes, parfois quelques heures.',
  name: 'Nom',
  name_hint: 'Si votre hébergeur demande le nom complet : {name}',
  value: 'Valeur',
  value_hint: 'En un seul morceau, même si elle est longue.',
  check: 'Vérifier',
  remove: 'Retirer',
  remove_of: 'Retirer la clé de {domain}',
  checked: 'Dernière vérification : {time}',
  published_text: 'Vos e-mails partent signés au nom de {domain}. Laissez l’enregistrement en place.',
  show_record: 'Voir l’enregistrement',
  found_nothing:
    'Il n’y a encore rien sous ce nom. Si vous venez de le publier, attendez quelques minutes et vérifiez de nouveau. Sinon, relisez le nom : certains hébergeurs y ajoutent eux-mêmes le domaine.',
  found_other: 'Une autre clé se trouve sous ce nom. Remplacez sa valeur par celle d’ici, en entier.',
  found_several: 'Plusieurs enregistrements portent ce nom. Ne gardez que celui qui contient la valeur d’ici.',
  found_silent: 'Les serveurs DNS de {domain} ne répondent pas. Rien n’a changé : vérifiez de nouveau plus tard.',
  found_published: 'C’est bon : vos e-mails de {domain} partent désormais signés.',
  removed: 'La clé de {domain} est retirée : vos e-mails partent sans signature.',
} satisfies Words
