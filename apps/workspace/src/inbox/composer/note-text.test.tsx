import { expect, test } from 'vitest'
import { askedBefore, htmlOfNote, noteOf, readNote, stillNamed } from './note-text.ts'

const hugo = '01a200d0-0000-7000-8000-000000000002'
const text = 'Bonjour @Hugo,\nvoyez avec @l’équipe'
const mentions = [
  { startsAt: 8, length: 5, userId: hugo },
  { startsAt: 26, length: 9, userId: null },
]

test('a note kept as a draft comes back with whom it names, whatever its writer typed around', () => {
  expect(readNote(htmlOfNote({ text, mentions }))).toEqual({ text, mentions })
  const strange = { text: 'a <b> & "c" @Hugo', mentions: [{ startsAt: 12, length: 5, userId: hugo }] }
  expect(readNote(htmlOfNote(strange))).toEqual(strange)
  expect(htmlOfNote({ text: '  \n ', mentions: [] })).toBe('')
})

test('the room around a note is not sent, and the names are found where they are then', () => {
  const html = htmlOfNote({
    text: `\n ${text} \n`,
    mentions: mentions.map((m) => ({ ...m, startsAt: m.startsAt + 2 })),
  })
  expect(noteOf(html)).toEqual({ text, mentions })
})

test('what is typed before, between and after leaves the names; a name that is touched is a word', () => {
  const named = (after: string) =>
    stillNamed({ text, mentions }, after).map(({ startsAt, length }) => after.slice(startsAt, startsAt + length))
  expect(named(`Ah ! ${text}`)).toEqual(['@Hugo', '@l’équipe'])
  expect(named(text.replace('voyez', 'regardez'))).toEqual(['@Hugo', '@l’équipe'])
  expect(named(`${text}.`)).toEqual(['@Hugo', '@l’équipe'])
  expect(named(text.replace('@Hugo', '@Hug'))).toEqual(['@l’équipe'])
  expect(named('')).toEqual([])
})

test('a name is asked for after an @ that begins a word', () => {
  expect(askedBefore('Voir @hu', 8)).toEqual({ startsAt: 5, words: 'hu' })
  expect(askedBefore('@Hugo Mar', 9)).toEqual({ startsAt: 0, words: 'Hugo Mar' })
  expect(askedBefore('marc@exemple', 12)).toBeUndefined()
  expect(askedBefore('Voir @hu et le reste', 20)).toBeUndefined()
})
