import type { backup as french } from '../fr/backup.ts'
import type { SameWords } from '../words.ts'

export const backup: SameWords<typeof french> = {
  confirm_hint: 'Het wachtwoord waarmee u zich aanmeldt. Het wordt nog eens gevraagd, want dit bestand bevat alles.',
  download: 'Een back-up downloaden',
  example_text: 'Dit bedrijf is een voorbeeld. Maak uw eigen bedrijf aan om er een back-up van te maken.',
  example_title: 'Hier valt niets te bewaren',
  file: 'BESTAND',
  holds_business:
    'Eén bestand bevat alles wat van uw bedrijf is, op één ogenblik: klanten, gesprekken, bijlagen, team en instellingen.',
  holds_business_not:
    'Andere bedrijven delen deze installatie: de wachtwoorden van de mailboxen en van uw collega’s zitten er daarom niet in. Na het terugzetten moeten de mailboxen opnieuw worden verbonden en kiest iedereen een nieuw wachtwoord.',
  holds_installation:
    'Eén bestand bevat alles, op één ogenblik: klanten, gesprekken, bijlagen, team, instellingen en de wachtwoorden van de mailboxen.',
  last: 'Laatste back-up: {at}',
  last_never: 'Er is nog geen back-up gemaakt.',
  mailbox_restored:
    'Deze mailbox komt uit een teruggezette back-up: ze staat op pauze, zodat niets twee keer vertrekt. Kijk de berichten met de status “Verzending onzeker” na en hervat dan het verzenden.',
  mailbox_secret_left_out:
    'Deze mailbox komt uit een teruggezette back-up waarin haar wachtwoord niet zat. Verbind ze opnieuw en hervat dan het verzenden.',
  precious:
    'Dit bestand is even kostbaar als het bedrijf: wie het in handen heeft, kan alles lezen. Bewaar het op een veilige plaats, en niet op dezelfde machine.',
  restore: 'Terugzetten',
  restore_command: 'Opdracht om terug te zetten',
  restore_text:
    'Een back-up wordt met deze opdracht teruggezet in een installatie die nog leeg is en stilstaat. De mailboxen blijven er op pauze tot u ze hervat: niets vertrekt twee keer.',
  started: 'De download begint. Sluit de browser niet voor hij klaar is.',
  title: 'Back-up',
}
