import { client, note, us, type Story } from './turns.ts'

/** Windows, stairs and kitchens to be priced. */
export const quotes: Story[] = [
  {
    subject: 'Devis pour trois fenêtres',
    assignee: 1,
    turns: [
      client(
        0,
        'Bonjour,\n\nNous voudrions remplacer trois fenêtres côté rue, en chêne si possible. Pourriez-vous passer prendre les mesures ?\n\nD’avance merci.',
      ),
      us(3, 'Bonjour,\n\nAvec plaisir. Je peux passer jeudi entre 14 h et 16 h, cela vous convient-il ?'),
      client(18, 'Jeudi 14 h 30, c’est parfait. Il y a un interphone, mon nom est dessus.'),
      note(1, 'Prendre l’échelle : les fenêtres sont au premier.'),
      us(
        52,
        'Bonjour,\n\nMerci pour votre accueil. Voici le détail : trois fenêtres en chêne, double vitrage, pose comprise. Le devis complet suit demain.',
      ),
    ],
  },
  {
    subject: 'Escalier tournant, est-ce possible ?',
    assignee: 2,
    turns: [
      client(
        0,
        'Bonjour, nous avons une trémie de 2,10 m sur 1,40 m. Est-ce qu’un escalier tournant en hêtre peut y tenir ?',
      ),
      us(
        5,
        'Bonjour,\n\nOui, avec un quart tournant bas. Il me faudrait la hauteur sous plafond et une photo de la trémie.',
      ),
      client(26, 'La hauteur est de 2,54 m. Les photos suivent ce soir.'),
    ],
  },
  {
    subject: 'Cuisine sur mesure',
    turns: [
      client(
        0,
        'Bonjour,\n\nNous refaisons notre cuisine et cherchons un menuisier pour des meubles sur mesure. Quel est votre délai en ce moment ?',
      ),
      us(
        2,
        'Bonjour,\n\nNous comptons six à huit semaines entre l’accord et la pose. Souhaitez-vous un premier rendez-vous à l’atelier ?',
      ),
      client(20, 'Oui, volontiers. Plutôt un samedi matin.'),
      us(4, 'Samedi 10 h à l’atelier, c’est noté. À bientôt !'),
    ],
  },
  {
    subject: 'Relance devis terrasse',
    assignee: 1,
    turns: [
      client(
        0,
        'Bonjour, avez-vous pu chiffrer la terrasse en mélèze dont nous avons parlé ? Nous aimerions décider avant la fin du mois.',
      ),
      note(1, 'Attendre le prix du mélèze chez le fournisseur, promis pour mardi.'),
    ],
  },
  {
    subject: 'Prijs voor een inbouwkast',
    language: 'nl',
    assignee: 3,
    turns: [
      client(
        0,
        'Goedemiddag,\n\nKunt u een inbouwkast van 2,80 m breed maken voor een slaapkamer in Schaarbeek? Wat zou dat ongeveer kosten?',
      ),
      us(
        6,
        'Goedemiddag,\n\nDat kan zeker. Voor een eerste schatting heb ik de hoogte nodig en weet ik graag of u schuifdeuren wilt.',
      ),
      client(21, 'De hoogte is 2,60 m, en ja, liefst schuifdeuren.'),
    ],
  },
  {
    subject: 'Volets : bois ou aluminium ?',
    turns: [
      client(
        0,
        'Bonjour, nous hésitons entre des volets en bois et en aluminium pour une façade exposée à l’ouest. Que conseillez-vous ?',
      ),
      us(
        4,
        'Bonjour,\n\nÀ l’ouest, l’aluminium demande moins d’entretien. En bois, le red cedar tient très bien si on le lasure tous les cinq ans.',
      ),
      client(30, 'Merci pour ces conseils clairs. Nous partons sur le red cedar.'),
      us(3, 'Très bon choix. Je vous prépare le devis pour vendredi.'),
    ],
  },
  {
    subject: 'Porte d’entrée à remplacer',
    assignee: 4,
    turns: [
      client(
        0,
        'Bonjour,\n\nNotre porte d’entrée ferme mal depuis l’hiver dernier. Peut-on la réparer ou faut-il la changer ?',
      ),
      us(7, 'Bonjour,\n\nÉlodie passera la voir cette semaine : souvent, un simple réglage des paumelles suffit.'),
    ],
  },
  {
    subject: 'Bibliothèque sous pente',
    turns: [
      client(
        0,
        'Bonjour, je rêve d’une bibliothèque sous la pente du grenier, environ 4 mètres. Faites-vous ce genre de travail ?',
      ),
    ],
  },
]
