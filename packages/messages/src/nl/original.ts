import type { original as fr } from '../fr/original.ts'
import type { SameWords } from '../words.ts'

export const original: SameWords<typeof fr> = {
  title: 'Origineel bericht',
  download: 'Downloaden',
  from: 'Van',
  'reply-to': 'Antwoorden aan',
  to: 'Aan',
  cc: 'Cc',
  date: 'Datum',
  subject: 'Onderwerp',
  'message-id': 'Kenmerk',
  'authentication-results': 'Authenticatie',
  checked: 'Hier nagegaan',
  check_verified: 'Het domein van de afzender bevestigt deze verzending.',
  check_unverified: 'Het domein van de afzender bevestigt deze verzending niet.',
  check_nobody: 'Niemand kon worden bevraagd.',
  cut: 'De eerste {shown} van {size}. Download het om alles te lezen.',
  text: 'Ruwe tekst van het bericht',
}
