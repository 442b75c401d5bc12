import { useNavigate, useParams } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { Card } from '@comptoir/ui/Card'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createAct } from '../app/create-act.ts'
import { createFetched } from '../app/create-fetched.ts'
import { useLanguage } from '../app/create-language.ts'
import { useSession } from '../app/create-session.ts'
import { Form } from '../app/Form.tsx'
import { usePageTitle } from '../app/page-title.ts'
import { DeadLink } from './DeadLink.tsx'
import { Doorstep } from './Doorstep.tsx'
import { NewPassword } from './NewPassword.tsx'

/** The page behind the link of a forgotten password. */
export default function ResetPassword() {
  const { t } = useLanguage()
  const params = useParams<{ token: string }>()
  const asked = createFetched(
    () => params.token,
    (token) => ask(api.api['password-resets'][':token'].$get({ param: { token } })),
  )
  usePageTitle(() => t('identity.reset_title'))
  return (
    <Doorstep title={t('identity.reset_title')}>
      <Card>
        <DeadLink
          of={asked}
          loading={<SkeletonLines />}
          dead={{ label: t('identity.reset_again'), href: '/forgotten' }}
        >
          {(reset) => <ChoosePassword token={params.token} email={reset().email} />}
        </DeadLink>
      </Card>
    </Doorstep>
  )
}

function ChoosePassword(props: { token: string; email: string }) {
  const { t } = useLanguage()
  const session = useSession()
  const navigate = useNavigate()
  const [password, setPassword] = createSignal('')
  const choose = createAct(async () => {
    const me = await ask(api.api['reset-password'].$post({ json: { token: props.token, password: password() } }))
    session.setMe(me)
    navigate('/', { replace: true })
  })
  return (
    <Form act={choose} onSubmit={() => void choose.run()} submit={t('identity.reset_choose')} wide>
      <p class="doorstep-aside">{t('identity.reset_for', { email: props.email })}</p>
      {/* A password manager files the new password under this name. */}
      <input
        class="visually-hidden"
        type="email"
        autocomplete="username"
        value={props.email}
        tabindex="-1"
        readonly
        aria-hidden="true"
      />
      <NewPassword
        label={t('identity.new_password')}
        error={choose.fields()['password']}
        value={password()}
        onText={setPassword}
      />
    </Form>
  )
}
