import { expect, test } from 'vitest'
import { openLanguage } from './create-language.ts'

test('words of the later pages come when they are asked for, in the language spoken by then', async () => {
  const language = await openLanguage('fr')
  expect(language.t('common.save')).toBe('Enregistrer')
  const pages = language.learnPages()
  const dutch = language.setLocale('nl')
  await pages
  expect([language.locale(), language.t('settings.title')]).toEqual(['nl', 'Instellingen'])
  await dutch
  expect(document.documentElement.lang).toBe('nl')
})

test('a sentence this version does not know is told by another', async () => {
  const language = await openLanguage('fr')
  await language.learnPages()
  expect(language.sentence('errors.of_tomorrow', { reference: 'a1b2' }, 'errors.broken')).toContain('a1b2')
})

test('what is refused before its words are there is said as soon as they are', async () => {
  const language = await openLanguage('fr')
  const refusal = () => language.sentence('errors.conversation_missing', {}, 'errors.broken')
  expect(refusal()).toBe('')
  await expect.poll(refusal).toMatch(/conversation/)
})
