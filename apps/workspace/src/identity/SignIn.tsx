import { Navigate, useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { Card } from '@comptoir/ui/Card'
import { Field } from '@comptoir/ui/Field'
import { TextInput } from '@comptoir/ui/TextInput'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { askInstallation } from '../app/ask-installation.ts'
import { createAct } from '../app/create-act.ts'
import { createFetched } from '../app/create-fetched.ts'
import { useLanguage } from '../app/create-language.ts'
import { useSession } from '../app/create-session.ts'
import { Form } from '../app/Form.tsx'
import { usePageTitle } from '../app/page-title.ts'
import { Password } from '../app/Password.tsx'
import { Doorstep } from './Doorstep.tsx'
import { safeBack } from './safe-back.ts'

export default function SignIn() {
  const { t } = useLanguage()
  const session = useSession()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const installation = createFetched(() => 'installation', askInstallation)
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const back = () => safeBack(search['back'])
  const signIn = createAct(async () => {
    const me = await ask(api.api['sign-in'].$post({ json: { email: email(), password: password() } }))
    session.setMe(me)
    navigate(back(), { replace: true })
  })
  usePageTitle(() => t('identity.sign_in'))
  return (
    <Show when={!session.me()} fallback={<Navigate href={back()} />}>
      <Doorstep title={t('identity.sign_in_title')}>
        <Card>
          <Form act={signIn} onSubmit={() => void signIn.run()} submit={t('identity.sign_in')} wide>
            <Field label={t('common.email')} error={signIn.fields()['email']}>
              <TextInput
                type="email"
                name="email"
                autocomplete="username"
                autofocus
                value={email()}
                onText={setEmail}
              />
            </Field>
            <Field
              label={t('common.password')}
              error={signIn.fields()['password']}
              aside={
                <a class="text-link" href="/forgotten">
                  {t('identity.forgotten')}
                </a>
              }
            >
              <Password name="password" autocomplete="current-password" value={password()} onText={setPassword} />
            </Field>
          </Form>
        </Card>
        <Show when={installation.value()?.state === 'first-run' || installation.value()?.signUp === 'open'}>
          <p class="doorstep-aside">
            <a class="text-link" href={installation.value()?.state === 'first-run' ? '/' : '/new'}>
              {installation.value()?.example === 'made' ? t('identity.to_example') : t('identity.to_create')}
            </a>
          </p>
        </Show>
      </Doorstep>
    </Show>
  )
}
