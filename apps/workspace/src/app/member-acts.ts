import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import type { Locale } from '@comptoir/messages/translate'
import { useLanguage } from './create-language.ts'
import { useSession } from './create-session.ts'
import { createPress } from './create-act.ts'
import { forgetTab } from './kept-in-tab.ts'
import { forgetDevice } from './kept-on-device.ts'

/** What a person may do about themselves from anywhere: speak another language, leave. */
export function useMemberActs() {
  const session = useSession()
  const { setLocale } = useLanguage()

  const speak = createPress(async (locale: Locale) => {
    const me = session.me()
    await setLocale(locale)
    if (!me) return
    session.setMe({ ...me, locale })
    await ask(api.api.account.$put({ json: { name: me.name, locale } }))
  })
  const signOut = createPress(async () => {
    await ask(api.api['sign-out'].$post())
    forgetTab()
    forgetDevice()
    // From here on nothing more is kept of what was open.
    session.ended()
    await import('../offline/kept-slices.ts').then(({ forgetSlices }) => forgetSlices())
    // A page of its own: nothing of this person stays in memory for the next.
    location.assign('/sign-in')
  })
  return { speak: speak.run, signOut: signOut.run }
}

/** Each language by its own name. */
export const languages: readonly { value: Locale; label: string }[] = [
  { value: 'fr', label: 'Français' },
  { value: 'nl', label: 'Nederlands' },
  { value: 'en', label: 'English' },
]
