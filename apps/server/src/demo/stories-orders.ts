import { client, note, us, type Story } from './turns.ts'

/** Work under way: deliveries, appointments to move, things to put right. */
export const orders: Story[] = [
  {
    subject: 'Report du rendez-vous de jeudi',
    assignee: 2,
    turns: [
      client(0, 'Bonjour, serait-il possible de décaler notre rendez-vous de jeudi à vendredi, plutôt vers 14 h ?'),
      us(1, 'Bonjour,\n\nVendredi 14 h, pas de souci. C’est modifié.'),
      client(2, 'Merci beaucoup, à vendredi !'),
    ],
  },
  {
    subject: 'Quand les fenêtres seront-elles posées ?',
    assignee: 1,
    turns: [
      client(0, 'Bonjour,\n\nNous n’avons pas de nouvelles depuis la commande. Avez-vous une date de pose ?'),
      us(
        2,
        'Bonjour,\n\nLes fenêtres arrivent lundi à l’atelier, nous pouvons poser mercredi ou jeudi de la semaine prochaine.',
      ),
      client(3, 'Mercredi, alors. Faut-il dégager la pièce ?'),
      us(2, 'Un mètre autour des fenêtres suffit. Nous apportons les bâches.'),
    ],
  },
  {
    subject: 'Poignée cassée',
    assignee: 4,
    turns: [
      client(0, 'Bonjour, la poignée de la fenêtre du salon vient de casser. Est-ce sous garantie ?'),
      us(1, 'Bonjour,\n\nOui, elle l’est. Élodie peut passer demain matin avec une poignée neuve.'),
      note(0.5, 'Prendre aussi deux vis longues, l’ancienne était mal fixée.'),
      client(22, 'C’est réparé, merci de votre rapidité !'),
    ],
  },
  {
    subject: 'Problème de livraison',
    turns: [
      client(
        0,
        'Bonjour,\n\nLe colis annoncé pour ce matin n’est pas arrivé, et je ne peux pas rester à la maison cet après-midi.',
      ),
      us(
        1,
        'Bonjour,\n\nToutes nos excuses. Le transporteur repasse demain avant 10 h, ou vous pouvez choisir le point relais de Sedan.',
      ),
      client(1, 'Le point relais ira très bien.'),
    ],
  },
  {
    subject: 'Couleur de la lasure',
    turns: [
      client(
        0,
        'Bonjour, peut-on encore changer la couleur de la lasure ? Nous préférerions « chêne clair » plutôt que « noyer ».',
      ),
      note(2, 'La commande part ce soir : vérifier avec l’atelier avant de répondre.'),
      us(1, 'Bonjour,\n\nOui, de justesse ! « Chêne clair » est noté.'),
    ],
  },
  {
    subject: 'Afspraak verzetten',
    language: 'nl',
    assignee: 3,
    turns: [
      client(0, 'Dag Bart, kan de plaatsing van dinsdag naar donderdag? Ik moet onverwacht naar Antwerpen.'),
      us(3, 'Dag,\n\nGeen probleem, donderdag om 9 uur staan we er.'),
    ],
  },
  {
    subject: 'Trace sur le parquet après la pose',
    assignee: 1,
    turns: [
      client(
        0,
        'Bonjour,\n\nNous sommes très contents de la cuisine, mais il y a une trace de colle sur le parquet près de l’îlot.',
      ),
      us(
        2,
        'Bonjour,\n\nMerci de nous le signaler. Vincent passe vendredi avec le produit qu’il faut, cela part sans abîmer le vernis.',
      ),
      client(70, 'Plus aucune trace. Merci à Vincent !'),
    ],
  },
  {
    subject: 'Photos du chantier',
    turns: [
      client(
        0,
        'Bonjour, pourriez-vous nous envoyer quelques photos de l’avancement ? Nous sommes à Bruxelles jusqu’à samedi.',
      ),
      us(
        6,
        'Bonjour,\n\nBien sûr. La charpente est montée, la couverture commence demain. Je prends des photos à midi.',
      ),
      client(19, 'Merci, cela nous rassure beaucoup.'),
    ],
  },
]
