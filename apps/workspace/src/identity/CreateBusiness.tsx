import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { Card } from '@comptoir/ui/Card'
import { Field } from '@comptoir/ui/Field'
import { TextInput } from '@comptoir/ui/TextInput'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createAct } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { useSession } from '../app/create-session.ts'
import { Form } from '../app/Form.tsx'
import { NewPassword } from './NewPassword.tsx'

/** Four fields, and the business is there. */
export function CreateBusiness(props: { codeNeeded: boolean }) {
  const { t, locale } = useLanguage()
  const session = useSession()
  const navigate = useNavigate()
  const [input, setInput] = createStore({ businessName: '', name: '', email: '', password: '', code: '' })
  const create = createAct(async () => {
    const me = await ask(api.api.businesses.$post({ json: { ...input, locale: locale() } }))
    session.setMe(me)
    navigate(`/w/${me.workspaces.at(-1)?.slug}/inbox`)
  })
  const errors = create.fields
  return (
    <Card title={t('identity.create_title')}>
      <Form act={create} onSubmit={() => void create.run()} submit={t('identity.create')} wide>
        <Field label={t('identity.business_name')} error={errors()['businessName']}>
          <TextInput
            autocomplete="organization"
            placeholder={t('identity.business_name_example')}
            value={input.businessName}
            onText={(text) => setInput('businessName', text)}
          />
        </Field>
        <Field label={t('identity.your_name')} error={errors()['name']}>
          <TextInput autocomplete="name" value={input.name} onText={(text) => setInput('name', text)} />
        </Field>
        <Field label={t('common.email')} error={errors()['email']}>
          <TextInput
            type="email"
            autocomplete="username"
            value={input.email}
            onText={(text) => setInput('email', text)}
          />
        </Field>
        <NewPassword
          label={t('common.password')}
          error={errors()['password']}
          value={input.password}
          onText={(text) => setInput('password', text)}
        />
        <Show when={props.codeNeeded}>
          <Field label={t('identity.code')} hint={t('identity.code_hint')} error={errors()['code']}>
            <TextInput
              autocomplete="one-time-code"
              autocapitalize="characters"
              spellcheck={false}
              value={input.code}
              onText={(text) => setInput('code', text)}
            />
          </Field>
        </Show>
      </Form>
    </Card>
  )
}
