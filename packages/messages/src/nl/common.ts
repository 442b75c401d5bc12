import type { common as french } from '../fr/common.ts'
import type { SameWords } from '../words.ts'

export const common: SameWords<typeof french> = {
  add: 'Toevoegen',
  announcements: 'Meldingen',
  cancel: 'Annuleren',
  close: 'Sluiten',
  copied: 'Gekopieerd.',
  copy: 'Kopiëren',
  copy_by_hand: 'Uw browser kopieert niet vanzelf. De tekst is geselecteerd: kopieer hem zelf.',
  could_not_show: 'Dit kan nu niet getoond worden',
  crashed: 'Deze pagina liep vast',
  crashed_text: 'Laad ze opnieuw om verder te gaan. Wat bewaard was, is dat nog steeds.',
  email: 'E-mailadres',
  hide_password: 'Wachtwoord verbergen',
  loading: 'Even geduld…',
  name: 'Naam',
  new_version: 'Er is een nieuwe versie klaar.',
  password: 'Wachtwoord',
  reload: 'Pagina opnieuw laden',
  retry: 'Opnieuw proberen',
  save: 'Opslaan',
  saved: 'Opgeslagen.',
  send: 'Verzenden',
  show_password: 'Wachtwoord tonen',
  undo: 'Ongedaan maken',
  unreachable: 'De server antwoordt niet. Controleer uw verbinding en probeer opnieuw: er gaat niets verloren.',
}
