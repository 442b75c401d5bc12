import { For, Show } from 'solid-js'
import type { SignInWith } from '@comptoir/contract/mailboxes'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import '@comptoir/ui/Field.css'
import { useLanguage } from '../../app/create-language.ts'
import type { ConnectDraft } from './connect-draft.ts'
import { useConnecting } from './connecting-context.ts'
import { signInNames } from './sign-in-names.ts'
import './SignInChoice.css'

/** Who may be asked in place of a password: the provider that was found, else whoever this installation knows. */
export function signInOf({ found, signedInAt }: ConnectDraft): SignInWith[] | null {
  if (!found) return null
  const one = found.signIn ?? signedInAt
  if (one) return [one]
  return found.provider === null && found.signIns.length > 0 ? found.signIns : null
}

/** Going to the page of the provider, or why that cannot be here. */
export function SignInChoice() {
  const { t } = useLanguage()
  const { draft, signIn } = useConnecting()
  const isSetUp = (by: SignInWith) => draft.found?.signIns.includes(by)
  const isTheWay = () => draft.found?.signIn !== null || draft.signedInAt !== null
  return (
    <For each={signInOf(draft)}>
      {(by) => (
        <Show
          when={isSetUp(by)}
          fallback={
            <Banner tone={draft.found?.password === 'refused' ? 'warning' : 'info'}>
              <Show when={draft.found?.password === 'refused'}>
                <strong>{t('mailboxes.password_refused', { provider: signInNames[by] })}</strong>{' '}
              </Show>
              {t('mailboxes.sign_in_not_set_up', { provider: signInNames[by] })}
            </Banner>
          }
        >
          <div class="connect-sign-in">
            <Button
              tone={isTheWay() ? 'primary' : 'secondary'}
              busy={signIn.busy()}
              onClick={() => void signIn.run(by)}
            >
              {t('mailboxes.sign_in_with', { provider: signInNames[by] })}
            </Button>
            <Show when={isTheWay()}>
              <p class="field-hint">{t('mailboxes.sign_in_text', { provider: signInNames[by] })}</p>
            </Show>
          </div>
        </Show>
      )}
    </For>
  )
}
