import { expect, test } from 'vitest'
import { imapProblemOf } from './imap-problem.ts'

// What servers answered to others, word for word.
const refusals = [
  ['imap.gmail.com', 'Invalid credentials (Failure)', 'auth_needs_app_password'],
  [
    'imap.gmail.com',
    'Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)',
    'auth_needs_app_password',
  ],
  [
    'imap.gmail.com',
    'Your account is not enabled for IMAP use. Please visit your Gmail settings page and enable your account for IMAP access. (Failure)',
    'imap_disabled',
  ],
  ['outlook.office365.com', 'AUTHENTICATE failed.', 'auth_needs_oauth'],
  ['outlook.office365.com', 'LOGIN failed.', 'auth_needs_oauth'],
  ['outlook.office365.com', 'User is authenticated but not connected.', 'imap_disabled'],
  ['imap.mail.yahoo.com', 'LOGIN Invalid credentials', 'auth_needs_app_password'],
  ['imap.mail.me.com', 'Authentication Failed', 'auth_needs_app_password'],
  ['mail.example.test', 'Basic authentication is disabled', 'auth_needs_oauth'],
  ['ssl0.ovh.net', 'Authentication failed.', 'auth'],
  ['imap.orange.fr', 'Authentication failed.', 'auth'],
] as const

test.for(refusals)('%s answers “%s”', ([host, responseText, problem]) => {
  const error = Object.assign(new Error('Command failed'), { authenticationFailed: true, responseText })
  expect(imapProblemOf(error, { host, login: { user: 'sophie', password: 'secret' } })).toBe(problem)
})

test('a token that is refused means that the owner must allow it again', () => {
  const error = Object.assign(new Error('Command failed'), { authenticationFailed: true })
  const login = { user: 'sophie', accessToken: 'old' }
  expect(imapProblemOf(error, { host: 'imap.gmail.com', login })).toBe('auth_consent_gone')
})
