import { client, note, us, type Story } from './turns.ts'

/** Invoices, questions and thanks: the rest of a counter's day. */
export const everyday: Story[] = [
  {
    subject: 'Question sur ma facture',
    assignee: 2,
    turns: [
      client(
        0,
        'Bonjour,\n\nLa TVA de la facture est à 20 %, alors que nous avions parlé de 10 % pour la rénovation. Est-ce une erreur ?',
      ),
      us(
        3,
        'Bonjour,\n\nVous avez raison : pour un logement de plus de deux ans, c’est bien 10 %. Vous recevrez un avoir et la facture corrigée.',
      ),
      client(5, 'Parfait, merci.'),
    ],
  },
  {
    subject: 'Merci pour votre passage',
    turns: [
      client(
        0,
        'Un grand merci à toute l’équipe : travail soigné, chantier propre, et dans les temps. Nous parlerons de vous !',
      ),
      us(4, 'Merci à vous, cela fait plaisir à lire. À bientôt !'),
    ],
  },
  {
    subject: 'Horaires de l’atelier',
    turns: [
      client(0, 'Bonjour, êtes-vous ouverts samedi matin ? Je voudrais voir des essences de bois avant de choisir.'),
      us(1, 'Bonjour,\n\nOui, de 9 h à 12 h 30. Demandez Nadia, elle vous montrera les échantillons.'),
    ],
  },
  {
    subject: 'Changement d’adresse',
    turns: [
      client(
        0,
        'Bonjour,\n\nNous déménageons le mois prochain. Merci de noter la nouvelle adresse pour les factures ; je vous l’envoie dès que le bail est signé.',
      ),
      us(8, 'Bonjour,\n\nC’est noté, nous attendons votre message. Bon déménagement !'),
    ],
  },
  {
    subject: 'Recherche d’un stage',
    turns: [
      client(
        0,
        'Madame, Monsieur,\n\nÉlève en CAP menuiserie à Sedan, je cherche un stage de quatre semaines en février. Accueillez-vous des stagiaires ?',
      ),
      note(3, 'Joëlle : pourquoi pas, si Bart est d’accord pour l’encadrer.'),
    ],
  },
  {
    subject: 'Entretien des volets',
    assignee: 4,
    turns: [
      client(0, 'Bonjour, faut-il poncer les volets avant de remettre une couche de lasure ?'),
      us(
        2,
        'Bonjour,\n\nUn léger égrenage au grain 180 suffit si l’ancienne couche tient bien. Deux couches fines valent mieux qu’une épaisse.',
      ),
      client(1, 'Super, merci pour la réponse rapide.'),
    ],
  },
  {
    subject: 'Attestation pour l’assurance',
    assignee: 2,
    turns: [
      client(
        0,
        'Bonjour,\n\nNotre assureur demande votre attestation de garantie décennale pour les travaux du printemps. Pouvez-vous nous l’envoyer ?',
      ),
      us(2, 'Bonjour,\n\nBien sûr, vous la recevrez par courrier séparé aujourd’hui.'),
    ],
  },
  {
    subject: 'Paiement en deux fois',
    turns: [client(0, 'Bonjour, serait-il possible de régler le solde en deux fois, fin novembre et fin décembre ?')],
  },
]
