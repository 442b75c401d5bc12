import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Plural, Words } from './words.ts'

test('a French sentence never loses its colon, question mark or quotation mark to the next line', async () => {
  const said = await frenchSentences()
  expect(said.length).toBeGreaterThan(500)
  expect(said.filter((sentence) => plainSpace.test(sentence))).toEqual([])
})

// The narrow space that does not break stands before these signs, inside quotation marks, before a unit and in a number.
const plainSpace = /(?<!\u202f)([;?!»]|:(?=\s|$))|«(?!\u202f)|[\d}][ \u00a0](Mo|ko|min)\b|\d[ \u00a0]\d{3}\b/

async function frenchSentences() {
  const folder = new URL('./fr/', import.meta.url)
  const files = readdirSync(folder).map((name) => import(new URL(name, folder).href) as Promise<Record<string, Words>>)
  const words = await Promise.all(files)
  return words.flatMap((of) => Object.values(of)).flatMap(sentencesOf)
}

function sentencesOf(words: string | Plural | Words): string[] {
  return typeof words === 'string' ? [words] : Object.values(words).flatMap(sentencesOf)
}
