import { createSignal, Show } from 'solid-js'
import { domainOf } from '@comptoir/rules/domain-of'
import { Fold } from '@comptoir/ui/Fold'
import { Spinner } from '@comptoir/ui/Spinner'
import { useLanguage } from '../../app/create-language.ts'
import { Form } from '../../app/Form.tsx'
import { useConnecting } from './connecting-context.ts'
import { FoundSettings } from './FoundSettings.tsx'
import { PasswordFields } from './PasswordFields.tsx'
import { ServerFields } from './ServerFields.tsx'
import { SignInChoice, signInOf } from './SignInChoice.tsx'
import { TestLines } from './TestLines.tsx'
import './AccessStep.css'

/** What was found, and what opens it: a password, or the page of the provider. */
export function AccessStep() {
  const { t } = useLanguage()
  const { draft, find, test, connect, signIn, finish, result } = useConnecting()
  const [asked, setAsked] = createSignal<'not-yet' | 'password'>('not-yet')
  const isTrying = () => test.busy() || finish.busy()
  // Whoever is just back has nothing left to choose.
  const hasChoice = () => draft.consent === null && !finish.busy()
  const takesPassword = () => hasChoice() && draft.found?.password !== 'refused'
  /** Another way than the one that is shown first. */
  const isSecond = () => draft.found?.signIn != null && draft.found.signIns.includes(draft.found.signIn)
  const [second, setSecond] = createSignal<'folded' | 'open'>('folded')
  // Nothing to type when the way in is another page.
  const maySubmit = () =>
    (takesPassword() && (!isSecond() || second() === 'open')) ||
    draft.consent !== null ||
    (draft.mailboxId && draft.signedInAt)
  const passwordMissing = () =>
    asked() === 'password' && draft.password === '' ? t('mailboxes.password_needed') : undefined
  const act = {
    busy: isTrying,
    fields: () => ({ ...find.fields(), ...test.fields(), ...connect.fields() }),
    refusal: () =>
      [finish, signIn, test, connect, find].map((one) => one.refusal()).find((sentence) => sentence !== undefined),
  }
  function submit() {
    const isNeeded = takesPassword() && draft.mailboxId === null && draft.smtp.username !== '' && draft.password === ''
    setAsked(isNeeded ? 'password' : 'not-yet')
    if (isNeeded) return
    for (const one of [finish, signIn, connect]) one.forget()
    void test.run()
  }
  return (
    <Show
      when={!find.busy()}
      fallback={
        <p class="connect-finding">
          <Spinner />
          {t('mailboxes.finding', { domain: domainOf(draft.address) })}
        </p>
      }
    >
      <Form act={act} onSubmit={submit} submit={maySubmit() ? t('mailboxes.continue') : undefined}>
        <FoundSettings />
        <Show when={hasChoice() && signInOf(draft)}>
          <SignInChoice />
        </Show>
        <Show when={takesPassword()}>
          <Show when={isSecond()} fallback={<PasswordFields missing={passwordMissing()} />}>
            <Fold
              label={t('mailboxes.or_password')}
              open={second() === 'open'}
              onOpenChange={(isOpen) => setSecond(isOpen ? 'open' : 'folded')}
            >
              <PasswordFields missing={passwordMissing()} />
            </Fold>
          </Show>
        </Show>
        <ServerFields errors={act.fields()} />
        <Show when={isTrying() || result()}>
          <TestLines />
        </Show>
      </Form>
    </Show>
  )
}
