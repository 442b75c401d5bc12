import { createSignal } from 'solid-js'
import { Field } from '@comptoir/ui/Field'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { createAct } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { Form } from '../app/Form.tsx'
import { Password } from '../app/Password.tsx'

/** Asks for the password, and starts the download. */
export function DownloadBackup(props: { download: (password: string) => Promise<void> }) {
  const { t } = useLanguage()
  const [password, setPassword] = createSignal('')
  const start = createAct(async () => {
    await props.download(password())
    setPassword('')
    void showToast({ tone: 'success', text: t('backup.started') })
  })
  return (
    <Form act={start} onSubmit={() => void start.run()} submit={t('backup.download')}>
      <Field label={t('common.password')} hint={t('backup.confirm_hint')} error={start.fields()['password']}>
        <Password autocomplete="current-password" value={password()} onText={setPassword} />
      </Field>
    </Form>
  )
}
