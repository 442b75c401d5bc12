import type { Words } from '../words.ts'

export const letters = {
  roles: { admin: 'administrateur', member: 'membre', delegate: 'collaborateur' },
  invitation: {
    subject: '{inviter} vous invite à rejoindre {business}',
    hello: 'Bonjour,',
    body: '{inviter} vous invite à rejoindre « {business} » sur Comptoir, avec le rôle {role}.',
    action: 'Accepter l’invitation',
    ending:
      'Ce lien est valable 7 jours et n’est que pour vous. Si vous n’attendiez pas cette invitation, ignorez ce message.',
  },
  reminder: {
    subject: 'Rappel : {client}',
    hello: 'Bonjour {name},',
    body: 'Vous vouliez qu’on vous rappelle la conversation « {subject} » avec {client}.',
    action: 'Ouvrir la conversation',
    ending: 'Elle est en haut de votre messagerie. Marquez le rappel comme fait, ou reportez-le, dans la conversation.',
  },
  password_reset: {
    subject: 'Choisir un nouveau mot de passe',
    hello: 'Bonjour {name},',
    body: 'Vous avez demandé à choisir un nouveau mot de passe pour Comptoir.',
    action: 'Choisir un mot de passe',
    ending:
      'Ce lien est valable une heure et ne sert qu’une fois. Si vous n’avez rien demandé, ignorez ce message : votre mot de passe reste le même.',
  },
} satisfies Words
