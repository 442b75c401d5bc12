import type { errors as fr } from '../fr/errors.ts'
import type { SameWords } from '../words.ts'

export const errors: SameWords<typeof fr> = {
  invalid: 'Sommige velden moeten worden verbeterd.',
  not_signed_in: 'Uw sessie is beëindigd. Meld u aan om verder te gaan.',
  not_allowed: 'U mag dit niet doen. Vraag het aan een beheerder.',
  not_found: 'Dit bestaat niet, of niet meer.',
  foreign_origin: 'Dit verzoek komt van een andere site: het is geweigerd.',
  command_reused: 'Deze actie is al met andere gegevens uitgevoerd. Laad de pagina opnieuw.',
  request_too_large: 'Wat u verstuurt is te groot.',
  database_away: 'De server start opnieuw op. Er gaat niets verloren: probeer het zo dadelijk opnieuw.',
  broken: 'Er ging bij ons iets mis. Referentie: {reference}.',
  conversation_missing: 'Dit gesprek bestaat niet, of is niet meer aan u toevertrouwd.',
  client_missing: 'Deze klant bestaat niet, of niet meer.',
  client_without_email: 'Deze klant heeft geen e-mailadres. Voeg er een toe aan de fiche.',
  file_missing: 'Een bijlage is er niet meer. Verwijder ze en voeg ze opnieuw toe.',
  attachments_too_large: 'De bijlagen zijn samen groter dan {megabytes} MB. Verwijder er een.',
  no_mailbox: 'Er is nog geen mailbox. Voeg er een toe in de instellingen.',
  newer_message: 'Er kwam een recenter bericht binnen terwijl u schreef.',
}
