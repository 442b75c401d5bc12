import type { SignInWith } from '@comptoir/contract/mailboxes'

/** As they call themselves, in every language. */
export const signInNames: Record<SignInWith, string> = { google: 'Google', microsoft: 'Microsoft' }
