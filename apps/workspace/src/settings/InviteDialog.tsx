import { createSignal } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { Field } from '@comptoir/ui/Field'
import { RadioGroup } from '@comptoir/ui/RadioGroup'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { TextInput } from '@comptoir/ui/TextInput'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createAct } from '../app/create-act.ts'
import { createIntent } from '../app/create-intent.ts'
import { useLanguage } from '../app/create-language.ts'
import { Form } from '../app/Form.tsx'
import { useWorkspace } from '../app/workspace-context.ts'
import type { GivenRole } from './member-commands.ts'
import { givenRoles } from './RoleSelect.tsx'

/** Sends somebody a letter with the way in. */
export default function InviteDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  const [email, setEmail] = createSignal('')
  const [role, setRole] = createSignal<GivenRole>('member')
  const intend = createIntent()
  const invite = createAct(async () => {
    const input = { email: email(), role: role() }
    await intend(input, (commandId) =>
      ask(api.api.w[':slug'].members.invitations.$post({ param: { slug }, json: { commandId, ...input } })),
    )
    void showToast({ tone: 'success', text: t('settings.invited', { email: email() }) })
    setEmail('')
    props.onOpenChange(false)
  })
  const set = (open: boolean) => {
    invite.forget()
    props.onOpenChange(open)
  }
  return (
    <Dialog
      open={props.open}
      onOpenChange={set}
      title={t('settings.invite_title')}
      description={t('settings.invite_text')}
      closeLabel={t('common.close')}
    >
      <Form
        act={invite}
        onSubmit={() => void invite.run()}
        submit={t('settings.invite_send')}
        aside={<Button onClick={() => set(false)}>{t('common.cancel')}</Button>}
      >
        <Field label={t('common.email')} error={invite.fields()['email']}>
          <TextInput type="email" autocomplete="off" value={email()} onText={setEmail} />
        </Field>
        <RadioGroup
          label={t('settings.role')}
          value={role()}
          onChange={setRole}
          options={givenRoles.map((value) => ({
            value,
            label: t(`identity.role_${value}`),
            hint: t(`settings.role_${value}_hint`),
          }))}
        />
      </Form>
    </Dialog>
  )
}
