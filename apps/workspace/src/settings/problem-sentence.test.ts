import type { MailboxProblem } from '@comptoir/contract/mailboxes'
import { pages as english } from '@comptoir/messages/en-pages'
import { pages as french } from '@comptoir/messages/fr-pages'
import { pages as dutch } from '@comptoir/messages/nl-pages'
import { translator } from '@comptoir/messages/translate'
import { expect, test } from 'vitest'
import { problemSentence } from './problem-sentence.ts'

const everyProblem: Record<MailboxProblem, 'named'> = {
  host_not_found: 'named',
  private_address: 'named',
  refused: 'named',
  timeout: 'named',
  tls: 'named',
  certificate: 'named',
  auth: 'named',
  auth_needs_app_password: 'named',
  auth_needs_oauth: 'named',
  auth_consent_gone: 'named',
  no_auth_offered: 'named',
  sender_refused: 'named',
  imap_disabled: 'named',
  smtp_disabled: 'named',
  no_inbox: 'named',
  disk_full: 'named',
  unexpected: 'named',
}
const problems = Object.keys(everyProblem)
const server = { host: 'mail.exemple.be', port: 993, security: 'tls', username: '' } as const

test.each([
  ['French', translator(french, 'fr'), /(?<!ch)ez(?!\p{L})/u],
  [
    'Dutch',
    translator(dutch, 'nl'),
    /\b(typ|meld|maak|controleer|gebruik|verwittig|waarschuw|zet|probeer|vraag|sta|kies|toon)\b/i,
  ],
  ['English', translator(english, 'en'), /\b(type|sign|make|check|use|tell|turn|try|ask|allow|choose|show)\b/i],
] as const)(
  'whatever is wrong with a mail server has a sentence of its own in %s, with what to do',
  (_, t, whatToDo) => {
    const said = problems.map((problem) => {
      const { key, values } = problemSentence(problem, '', server)
      return t(key, values)
    })
    expect(new Set(said).size).toBe(problems.length)
    for (const [at, sentence] of said.entries()) {
      // A key that nobody wrote answers itself, and a value that nobody gave stays in its braces.
      expect(sentence, problems[at]).not.toMatch(/^mailboxes\.|[{}]/)
      const afterWhatIsWrong = sentence.slice(sentence.search(/[.:]\s/))
      expect(afterWhatIsWrong, problems[at]).toMatch(whatToDo)
    }
  },
)

test('a certificate says whose it is, or that its time is over', () => {
  const names = problemSentence('certificate', "is not in the cert's altnames: DNS:mail.autre.be, DNS:autre.be", server)
  expect(names).toMatchObject({
    key: 'mailboxes.problem.certificate_names',
    values: { names: 'mail.autre.be, autre.be' },
  })
  expect(problemSentence('certificate', 'certificate has expired', server).key).toBe(
    'mailboxes.problem.certificate_expired',
  )
})
