import type { views as french } from '../fr/views.ts'
import type { SameWords } from '../words.ts'

export const views: SameWords<typeof french> = {
  label: 'Weergaven van het postvak',
  choose: 'Andere weergave',
  more: 'Andere weergaven',
  members: 'Per collega',
  sources_title: 'Per bron',
  names: {
    open: 'Open',
    unread: 'Ongelezen',
    'to-answer': 'Te beantwoorden',
    'follow-up': 'Op te volgen',
    mine: 'Van mij',
    unassigned: 'Niet toegewezen',
    'unread-assignee': 'Ongelezen (verantwoordelijke)',
    sent: 'Verzonden',
    all: 'Alle',
    archived: 'Gearchiveerd',
    deleted: 'Verwijderd',
  },
  sources: {
    email: 'E-mail',
    form: 'Formulier van de site',
    portal: 'Portaal',
    sms: 'Sms',
    campaign: 'Campagnes',
    booking: 'Boekingen',
    staff: 'Geschreven door het team',
  },
  empty: {
    open: { title: 'Alles is afgehandeld', text: 'De berichten van uw klanten komen hier zodra ze schrijven.' },
    unread: { title: 'Niets ongelezen', text: 'U hebt alles gelezen. Nieuwe berichten verschijnen hier.' },
    'to-answer': { title: 'Niemand wacht op een antwoord', text: 'Wie het langst wacht, staat hier bovenaan.' },
    'follow-up': {
      title: 'Niets op te volgen',
      text: 'Zet een herinnering op een gesprek: het blijft hier tot ze gedaan is.',
    },
    mine: {
      title: 'Niets is aan u toegewezen',
      text: 'Neem een niet toegewezen gesprek, of wacht tot een collega u er een toewijst.',
    },
    unassigned: {
      title: 'Elk gesprek heeft een verantwoordelijke',
      text: 'Gesprekken die nog niemand nam, verschijnen hier.',
    },
    'unread-assignee': {
      title: 'Elke verantwoordelijke las alles',
      text: 'Wat de verantwoordelijke nog niet las, verschijnt hier.',
    },
    sent: { title: 'Nog niets verzonden', text: 'Gesprekken waarin het team een klant schreef, verschijnen hier.' },
    all: { title: 'Geen gesprekken', text: 'Alle gesprekken staan hier, open en gearchiveerd.' },
    archived: {
      title: 'Geen gearchiveerde gesprekken',
      text: 'Archiveer wat klaar is: een antwoord van de klant heropent het vanzelf.',
    },
    deleted: { title: 'Niets verwijderd', text: 'Een verwijderd gesprek wacht hier en kan teruggezet worden.' },
    member: { title: 'Niets is aan deze persoon toegewezen', text: 'Wat u toewijst, verschijnt hier.' },
    source: { title: 'Niets langs deze weg', text: 'Gesprekken die zo binnenkwamen, verschijnen hier.' },
    see_open: 'Open gesprekken bekijken',
    see_unassigned: 'Niet toegewezen bekijken',
  },
}
