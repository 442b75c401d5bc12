import { render, screen } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import type { CalendarCard } from '@comptoir/contract/timeline'
import { LanguageContext, openLanguage } from '../app/create-language.ts'
import { CalendarPart } from './CalendarPart.tsx'

const visit: CalendarCard = {
  method: 'request',
  summary: 'Foire du bois',
  startsAt: null,
  endsAt: null,
  location: '',
  organizer: '',
  answer: null,
}

test('a business in Montréal reads the days of an invitation as they were written', async () => {
  await show({ ...visit, startsAt: '2026-11-22', endsAt: '2026-11-24' })
  expect(screen.getByText('22 nov. 2026 – 24 nov. 2026')).toBeDefined()
})

async function show(card: CalendarCard) {
  const language = await openLanguage('fr')
  language.setTimeZone('America/Montreal')
  render(() => (
    <LanguageContext.Provider value={language}>
      <CalendarPart card={card} />
    </LanguageContext.Provider>
  ))
}
