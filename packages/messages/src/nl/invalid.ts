import type { invalid as french } from '../fr/invalid.ts'
import type { SameWords } from '../words.ts'

export const invalid: SameWords<typeof french> = {
  blockable: 'Schrijf een adres zoals naam@voorbeeld.com, of een domein zoals @voorbeeld.com.',
  characters: 'Deze tekst bevat tekens die niet bewaard kunnen worden. Typ hem opnieuw.',
  email: 'Dit e-mailadres is niet volledig. Voorbeeld: nadia@voorbeeld.be',
  empty: 'Vul dit veld in.',
  field_twice: 'Dit veld staat er al. Verwijder er een.',
  format: 'Deze waarde wordt niet aanvaard. Kijk ze na.',
  host: 'Deze servernaam is niet geldig. Voorbeeld: smtp.voorbeeld.be',
  limit: 'Geef een getal van 1 tot 1.000.000, of laat leeg.',
  message_field: 'Het veld voor het bericht moet blijven, één keer.',
  options: 'Geef minstens twee mogelijke antwoorden, één per regel.',
  options_alike: 'Twee antwoorden zijn dezelfde. Wijzig er een.',
  password_short: 'Kies minstens 10 tekens.',
  phone: 'Dit telefoonnummer is niet geldig. Voorbeeld: 0476 12 34 56',
  reachable: 'Behoud minstens e-mail of telefoon, om te kunnen antwoorden.',
  spans: 'Schrijf de uren in hun volgorde, zoals: 9u-12u30, 14u-18u',
  time_zone: 'Deze tijdzone bestaat niet. Kies er een uit de lijst.',
  too_long: 'Deze tekst is te lang. Maak hem korter.',
  too_many_fields: 'Hoogstens dertig velden. Verwijder er enkele.',
  too_many_files: 'Hoogstens twintig bijlagen. Verwijder er enkele.',
  too_many_recipients: 'Hoogstens vijftig ontvangers. Verwijder er enkele.',
  too_many_options: 'Hoogstens dertig antwoorden. Verwijder er enkele.',
  date: 'Geef een datum op.',
  ends_before: 'De laatste dag valt vóór de eerste.',
}
