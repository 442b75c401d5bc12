import { render } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { LanguageContext, openLanguage } from '../app/create-language.ts'
import { ProblemText } from './ProblemText.tsx'

test('a problem this version does not know is told in the words of what is unexpected', async () => {
  const language = await openLanguage('fr')
  await language.learnPages()
  const server = { host: 'mail.exemple.be', port: 993, security: 'tls', username: '' } as const
  const { container } = render(() => (
    <LanguageContext.Provider value={language}>
      <ProblemText problem="of_tomorrow" detail={null} server={server} />
    </LanguageContext.Provider>
  ))
  const unexpected = language.t('mailboxes.problem.unexpected', { host: 'mail.exemple.be', port: '993' })
  expect(container.textContent).toContain(unexpected)
})
