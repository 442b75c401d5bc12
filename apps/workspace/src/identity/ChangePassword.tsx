import { createSignal } from 'solid-js'
import { Card } from '@comptoir/ui/Card'
import { Field } from '@comptoir/ui/Field'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createAct } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { Form } from '../app/Form.tsx'
import { Password } from '../app/Password.tsx'
import { NewPassword } from './NewPassword.tsx'

export function ChangePassword() {
  const { t } = useLanguage()
  const [current, setCurrent] = createSignal('')
  const [password, setPassword] = createSignal('')
  const save = createAct(async () => {
    await ask(api.api.account.password.$put({ json: { current: current(), password: password() } }))
    setCurrent('')
    setPassword('')
    void showToast({ tone: 'success', text: t('identity.password_changed') })
  })
  return (
    <Card title={t('common.password')}>
      <Form act={save} onSubmit={() => void save.run()} submit={t('identity.change_password')}>
        <Field label={t('identity.current_password')} error={save.fields()['current']}>
          <Password autocomplete="current-password" value={current()} onText={setCurrent} />
        </Field>
        <NewPassword
          label={t('identity.new_password')}
          error={save.fields()['password']}
          value={password()}
          onText={setPassword}
        />
      </Form>
    </Card>
  )
}
