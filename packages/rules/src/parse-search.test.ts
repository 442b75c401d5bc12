import { expect, test } from 'vitest'
import { parseSearch } from './parse-search.ts'

const today = '2026-11-22'
const filtersIn = (typed: string) => parseSearch(typed, today).filters.map(({ is, value }) => `${is} ${value}`)

test('what is typed is words, and the last one may not be finished', () => {
  expect(parseSearch('devis toit', today)).toEqual({ words: ['devis', 'toit'], isTyping: true, filters: [] })
  expect(parseSearch('devis toit ', today).isTyping).toBe(false)
})

test('filters are understood in French, Dutch and English, with or without accents', () => {
  expect(filtersIn('de:marie à:paul étiquette:fidèle responsable:luc vue:archivées')).toEqual([
    'from marie',
    'to paul',
    'tag fidèle',
    'assignee luc',
    'view archived',
  ])
  expect(filtersIn('van:marie aan:paul trefwoord:trouw weergave:gearchiveerd')).toEqual(
    filtersIn('from:marie to:paul tag:trouw view:archived'),
  )
  expect(filtersIn('etat:supprimé vue:à-répondre vue:non-lues')).toEqual([
    'view deleted',
    'view to-answer',
    'view unread',
  ])
})

test('a value of several words stands in quotation marks', () => {
  const { words, filters } = parseSearch('toit étiquette:"bon payeur" urgent', today)
  expect(words).toEqual(['toit', 'urgent'])
  expect(filters).toEqual([{ is: 'tag', value: 'bon payeur', at: [5, 27] }])
})

test('a day is said as people say it, and a day without a year is the last one', () => {
  expect(filtersIn('avant:12/11/2026 après:1/12 avant:2026-03 après:hier avant:2025 après:11/2025')).toEqual([
    'before 2026-11-12',
    'after 2025-12-01',
    'before 2026-03-01',
    'after 2026-11-21',
    'before 2025-01-01',
    'after 2025-11-01',
  ])
})

test('what is no filter is words', () => {
  expect(parseSearch('urgent: avant:31/11 vue:ciel https://exemple.be', today)).toMatchObject({
    words: ['urgent:', 'avant:31/11', 'vue:ciel', 'https://exemple.be'],
    filters: [],
  })
})

test('a filter whose value is still to come asks for nothing yet', () => {
  expect(parseSearch('devis de:', today)).toMatchObject({ words: ['devis'], filters: [] })
})
