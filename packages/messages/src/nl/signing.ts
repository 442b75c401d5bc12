import type { signing as fr } from '../fr/signing.ts'
import type { SameWords } from '../words.ts'

export const signing: SameWords<typeof fr> = {
  title: 'Ondertekening van uw e-mails (DKIM)',
  text: 'Ondertekend in naam van uw domein komen uw e-mails minder snel bij de ongewenste berichten terecht, en ziet de ontvangende server het als ze onderweg gewijzigd zijn.',
  none: 'Verbind eerst een mailbox van uw eigen domein: de ondertekening bereidt u daarna hier voor.',
  by_provider: '{provider} ondertekent zelf wat van {domain} vertrekt. U hoeft niets te doen.',
  signed_by_provider: 'Niets te doen',
  no_key: 'Geen sleutel',
  to_publish: 'Te publiceren',
  published: 'Gepubliceerd',
  no_key_text:
    'Comptoir maakt een sleutel. Het openbare deel plaatst u daarna bij de host van uw domein: één keer volstaat.',
  make: 'Ondertekening voorbereiden',
  steps: 'Wat moet u doen?',
  step_open: 'Open de DNS-zone van {domain}, waar u uw domeinnaam hebt gekocht: bij Combell, OVH, TransIP, Gandi…',
  step_add: 'Voeg er een record van het type TXT toe, en kopieer deze twee waarden.',
  step_check: 'Kom hier terug en klik op “Controleren”. Publiceren duurt enkele minuten, soms enkele uren.',
  name: 'Naam',
  name_hint: 'Als uw host de volledige naam vraagt: {name}',
  value: 'Waarde',
  value_hint: 'In één stuk, ook al is ze lang.',
  check: 'Controleren',
  remove: 'Verwijderen',
  remove_of: 'De sleutel van {domain} verwijderen',
  checked: 'Laatste controle: {time}',
  published_text: 'Uw e-mails vertrekken ondertekend in naam van {domain}. Laat het record staan.',
  show_record: 'Het record tonen',
  found_nothing:
    'Onder deze naam staat nog niets. Hebt u het net gepubliceerd, wacht dan enkele minuten en controleer opnieuw. Zo niet, kijk de naam na: sommige hosts voegen het domein er zelf aan toe.',
  found_other: 'Onder deze naam staat een andere sleutel. Vervang de waarde volledig door die van hier.',
  found_several: 'Meerdere records dragen deze naam. Bewaar alleen het record met de waarde van hier.',
  found_silent: 'De DNS-servers van {domain} antwoorden niet. Er is niets veranderd: controleer later opnieuw.',
  found_published: 'In orde: uw e-mails van {domain} vertrekken voortaan ondertekend.',
  removed: 'De sleutel van {domain} is verwijderd: uw e-mails vertrekken zonder ondertekening.',
}
