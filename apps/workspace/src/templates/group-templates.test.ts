import type { TemplateView } from '@comptoir/contract/templates'
import { expect, test } from 'vitest'
import { groupTemplates } from './group-templates.ts'

const one = (name: string, category: string, useCount: number) => ({ name, category, useCount }) as TemplateView
const all = [one('Été', 'Horaires', 1), one('Prêt', 'Devis', 2), one('Relance', 'Devis', 7), one('Merci', '', 0)]

const said = (words: string) =>
  groupTemplates(all, words, 'fr').map(({ category, templates }) => [category, ...templates.map(({ name }) => name)])

test('what is used most stands first, with its category', () => {
  expect(said('')).toEqual([
    ['Devis', 'Relance', 'Prêt'],
    ['Horaires', 'Été'],
    ['', 'Merci'],
  ])
})

test('the beginning of a word of the name or the category finds it, accents forgiven', () => {
  expect(said('ete')).toEqual([['Horaires', 'Été']])
  expect(said('dev pret')).toEqual([['Devis', 'Prêt']])
  expect(said('erci')).toEqual([])
})
