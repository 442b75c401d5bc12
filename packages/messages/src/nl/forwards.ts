import type { SameWords } from '../words.ts'
import type { forwards as fr } from '../fr/forwards.ts'

export const forwards: SameWords<typeof fr> = {
  title: 'Doorgestuurd bericht',
  from: 'Van',
  date: 'Datum',
  to: 'Aan',
  cc: 'Cc',
  subject: 'Onderwerp',
  rest: 'De rest van het gesprek is hier niet opgenomen.',
}
