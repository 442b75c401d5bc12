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
  notices: {
    subject: {
      one: '{n} notification vous attend chez {business}',
      other: '{n} notifications vous attendent chez {business}',
    },
    hello: 'Bonjour {name},',
    body: 'Pendant votre absence :',
    action: 'Ouvrir Comptoir',
    ending: 'Au plus un message par heure, quand vous êtes absent. Choisissez ici ce que vous recevez :',
    lines: {
      mention: '{actor} vous mentionne',
      assigned: '{actor} vous a confié la conversation',
      assigned_many: {
        one: '{actor} vous a confié {n} conversation',
        other: '{actor} vous a confié {n} conversations',
      },
      answered: '{actor} a écrit',
      trouble: 'Un message n’est pas arrivé, ou personne ne le sait',
      reminder: 'Un rappel est à traiter',
    },
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
