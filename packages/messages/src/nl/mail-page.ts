import type { mailPage as fr } from '../fr/mail-page.ts'
import type { SameWords } from '../words.ts'

export const mailPage: SameWords<typeof fr> = {
  quoted: 'Geciteerde tekst',
}
