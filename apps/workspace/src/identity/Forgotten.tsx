import MailCheck from 'lucide-solid/icons/mail-check'
import { createSignal, Show } from 'solid-js'
import { Card } from '@comptoir/ui/Card'
import { EmptyState } from '@comptoir/ui/EmptyState'
import { Field } from '@comptoir/ui/Field'
import { TextInput } from '@comptoir/ui/TextInput'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createAct } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { Form } from '../app/Form.tsx'
import { usePageTitle } from '../app/page-title.ts'
import { Doorstep } from './Doorstep.tsx'

/** Asks for a link to choose another password. What it answers never tells whether an account exists. */
export default function Forgotten() {
  const { t } = useLanguage()
  const [email, setEmail] = createSignal('')
  const [sentTo, setSentTo] = createSignal<string>()
  const send = createAct(async () => {
    await ask(api.api['forgotten-password'].$post({ json: { email: email() } }))
    setSentTo(email())
  })
  usePageTitle(() => t('identity.forgotten_title'))
  return (
    <Doorstep title={t('identity.forgotten_title')}>
      <Card>
        <Show
          when={sentTo()}
          fallback={
            <Form act={send} onSubmit={() => void send.run()} submit={t('identity.forgotten_send')} wide>
              <Field label={t('common.email')} hint={t('identity.forgotten_hint')} error={send.fields()['email']}>
                <TextInput type="email" autocomplete="username" autofocus value={email()} onText={setEmail} />
              </Field>
            </Form>
          }
        >
          {(to) => (
            <div role="status">
              <EmptyState
                icon={<MailCheck />}
                title={t('identity.forgotten_sent')}
                text={t('identity.forgotten_sent_text', { email: to() })}
              />
            </div>
          )}
        </Show>
      </Card>
      <p class="doorstep-aside">
        <a class="text-link" href="/sign-in">
          {t('identity.back_to_sign_in')}
        </a>
      </p>
    </Doorstep>
  )
}
