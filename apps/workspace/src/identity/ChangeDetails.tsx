import { createSignal, untrack } from 'solid-js'
import type { Me } from '@comptoir/contract/identity'
import { Card } from '@comptoir/ui/Card'
import { Field } from '@comptoir/ui/Field'
import { Select } from '@comptoir/ui/Select'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { TextInput } from '@comptoir/ui/TextInput'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createAct } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { useSession } from '../app/create-session.ts'
import { Form } from '../app/Form.tsx'
import { languages } from '../app/member-acts.ts'

/** Name and language; the address one signs in with is shown and stays. */
export function ChangeDetails(props: { me: Me }) {
  const { t } = useLanguage()
  const session = useSession()
  const [name, setName] = createSignal(untrack(() => props.me.name))
  const [locale, setLocale] = createSignal(untrack(() => props.me.locale))
  const save = createAct(async () => {
    session.setMe(await ask(api.api.account.$put({ json: { name: name(), locale: locale() } })))
    void showToast({ tone: 'success', text: t('common.saved') })
  })
  return (
    <Card title={t('identity.details')}>
      <Form act={save} onSubmit={() => void save.run()} submit={t('common.save')}>
        <Field label={t('common.email')} hint={t('identity.email_hint')}>
          <TextInput type="email" value={props.me.email} readonly />
        </Field>
        <Field label={t('identity.your_name')} error={save.fields()['name']}>
          <TextInput autocomplete="name" value={name()} onText={setName} />
        </Field>
        <Field label={t('identity.screen_language')} error={save.fields()['locale']}>
          <Select
            value={locale()}
            options={languages}
            onChange={(value) => setLocale(languages.find((one) => one.value === value)?.value ?? 'fr')}
          />
        </Field>
      </Form>
    </Card>
  )
}
