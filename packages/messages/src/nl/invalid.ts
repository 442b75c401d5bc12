import type { invalid as french } from '../fr/invalid.ts'
import type { SameWords } from '../words.ts'

export const invalid: SameWords<typeof french> = {
  characters: 'Deze tekst bevat tekens die niet bewaard kunnen worden. Typ hem opnieuw.',
  email: 'Dit e-mailadres is niet volledig. Voorbeeld: nadia@voorbeeld.be',
  empty: 'Vul dit veld in.',
  format: 'Deze waarde wordt niet aanvaard. Kijk ze na.',
  host: 'Deze servernaam is niet geldig. Voorbeeld: smtp.voorbeeld.be',
  limit: 'Geef een getal van 1 tot 1.000.000, of laat leeg.',
  password_short: 'Kies minstens 10 tekens.',
  phone: 'Dit telefoonnummer is niet geldig. Voorbeeld: 0476 12 34 56',
  time_zone: 'Deze tijdzone bestaat niet. Kies er een uit de lijst.',
  too_long: 'Deze tekst is te lang. Maak hem korter.',
  too_many_files: 'Hoogstens twintig bijlagen. Verwijder er enkele.',
  blockable: 'Schrijf een adres zoals naam@voorbeeld.com, of een domein zoals @voorbeeld.com.',
}
