import { useNavigate } from '@solidjs/router'
import { createSignal, Match, Show, Switch } from 'solid-js'
import type { InvitationOffer } from '@comptoir/contract/identity'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import { Field } from '@comptoir/ui/Field'
import { TextInput } from '@comptoir/ui/TextInput'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createAct } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { useSession } from '../app/create-session.ts'
import { Form } from '../app/Form.tsx'
import { Password } from '../app/Password.tsx'
import { NewPassword } from './NewPassword.tsx'

/** Joins a business: with a new account, with the one there is, or at once. */
export function AcceptInvitation(props: { token: string; offer: InvitationOffer; reload: () => void }) {
  const { t } = useLanguage()
  const session = useSession()
  const navigate = useNavigate()
  const [name, setName] = createSignal('')
  const [password, setPassword] = createSignal('')
  const accept = createAct(async () => {
    const person = {
      'sign-up': { name: name(), password: password() },
      'sign-in': { password: password() },
      nothing: {},
    }
    const json = { token: props.token, ...person[props.offer.needs] }
    const { slug, me } = await ask(api.api.invitations.accept.$post({ json }))
    session.setMe(me)
    navigate(`/w/${slug}/inbox`, { replace: true })
  })
  const leave = createAct(async () => {
    await ask(api.api['sign-out'].$post())
    session.ended()
    props.reload()
  })
  const somebodyElse = () => {
    const me = session.me()
    return me && me.email !== props.offer.email && me
  }
  return (
    <Show
      when={!somebodyElse()}
      fallback={
        <Banner
          tone="warning"
          action={
            <Button size="sm" busy={leave.busy()} onClick={() => void leave.run()}>
              {t('shell.sign_out')}
            </Button>
          }
        >
          {t('identity.join_other', { email: props.offer.email })}
        </Banner>
      }
    >
      <Form act={accept} onSubmit={() => void accept.run()} submit={t('identity.join')} wide>
        <p class="doorstep-aside">
          {t('identity.join_text', { inviter: props.offer.inviter, role: t(`identity.role_${props.offer.role}`) })}
        </p>
        <Field label={t('common.email')}>
          <TextInput type="email" autocomplete="username" value={props.offer.email} readonly />
        </Field>
        <Switch>
          <Match when={props.offer.needs === 'sign-up'}>
            <Field label={t('identity.your_name')} error={accept.fields()['name']}>
              <TextInput autocomplete="name" value={name()} onText={setName} />
            </Field>
            <NewPassword
              label={t('identity.choose_password')}
              error={accept.fields()['password']}
              value={password()}
              onText={setPassword}
            />
          </Match>
          <Match when={props.offer.needs === 'sign-in'}>
            <Field label={t('common.password')} hint={t('identity.join_sign_in')} error={accept.fields()['password']}>
              <Password autocomplete="current-password" value={password()} onText={setPassword} />
            </Field>
          </Match>
        </Switch>
      </Form>
    </Show>
  )
}
