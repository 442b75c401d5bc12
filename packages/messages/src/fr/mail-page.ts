import type { Words } from '../words.ts'

export const mailPage = {
  quoted: 'Texte cité',
} satisfies Words
