import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { LanguageContext, openLanguage } from '../app/create-language.ts'
import { MessageMarks } from './MessageMarks.tsx'
import { messageOf } from './testing/render-inbox.tsx'

afterEach(cleanup)

test.for([
  ['fr', 'Signalé comme indésirable', '20 novembre 2026'],
  ['nl', 'Gemeld als ongewenst', '20 november 2026'],
  ['en', 'Reported as spam', '20 November 2026'],
] as const)(
  'in %s a message says that its reader reported it, and when, and is not red',
  async ([locale, words, day]) => {
    await showMarks(locale, '2026-11-20T10:00:00.000000Z')
    const mark = screen.getByText(words)
    expect(mark.closest<HTMLElement>('[data-tone]')?.dataset['tone']).toBe('warm')
    expect(mark.closest<HTMLElement>('[title]')?.title).toMatch(new RegExp(`^${words}, .*${day}`))
  },
)

test('a message that nobody reported says nothing of it', async () => {
  const { container } = await showMarks('fr', null)
  expect(container.textContent).toBe('')
})

async function showMarks(locale: 'fr' | 'nl' | 'en', complainedAt: string | null) {
  const language = await openLanguage(locale)
  const receipt = {
    state: 'sent',
    at: '2026-11-20T09:00:00.000000Z',
    reason: null,
    answer: null,
    complainedAt,
  } as const
  return render(() => (
    <LanguageContext.Provider value={language}>
      <MessageMarks message={messageOf(1, 'Bonjour', { direction: 'out', receipt })} />
    </LanguageContext.Provider>
  ))
}
