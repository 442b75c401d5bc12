import { render, screen } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { LanguageContext, openLanguage } from '../app/create-language.ts'
import { SourcePage } from './SourcePage.tsx'

test('Joëlle reads from which page somebody wrote, without what an advertisement added to its address', async () => {
  const url = 'https://www.lambert.example/pains/?utm_source=journal&utm_campaign=noel#commande'
  const language = await openLanguage('fr')
  render(() => (
    <LanguageContext.Provider value={language}>
      <SourcePage url={url} />
    </LanguageContext.Provider>
  ))
  const link = screen.getByText('lambert.example/pains')
  expect(link.getAttribute('href')).toBe(url)
  expect(link.title).toBe(url)
})
