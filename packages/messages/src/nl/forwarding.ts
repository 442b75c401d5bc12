import type { forwarding as fr } from '../fr/forwarding.ts'
import type { SameWords } from '../words.ts'

export const forwarding: SameWords<typeof fr> = {
  title: 'Doorsturen',
  answer_title: 'Een derde antwoorden',
  not_client: 'De klant ontvangt dit bericht niet en ziet het niet. Antwoorden komen in dit gesprek.',
  send: 'Doorsturen',
  originals: { one: 'Doorgestuurd bericht', other: '{n} doorgestuurde berichten' },
  before: { one: 'en {n} ouder bericht', other: 'en {n} oudere berichten' },
}
