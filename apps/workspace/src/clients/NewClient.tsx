import { useNavigate } from '@solidjs/router'
import { createEffect, on, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { makeId } from '@comptoir/rules/uuid'
import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { Field } from '@comptoir/ui/Field'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { TextInput } from '@comptoir/ui/TextInput'
import { createAct } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { useOverlays } from '../app/create-overlays.ts'
import { Form } from '../app/Form.tsx'
import { useWorkspace } from '../app/workspace-context.ts'
import { liveClientsOf } from '../live/live-clients.ts'
import { sendCommand } from '../live/send-command.ts'
import { AlikeClients } from './AlikeClients.tsx'
import { foundOf } from './found-of.ts'

const nobody = { name: '', company: '', email: '', phone: '' }

/** Adds a client: a name is enough. Who has that address or number already is shown while one types. */
export default function NewClient(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const overlays = useOverlays()
  const { api } = liveClientsOf(workspace)
  const [written, setWritten] = createStore({ ...nobody })
  let id = makeId()
  const add = createAct(async () => {
    const { name, company, email, phone } = written
    const points = { emails: email.trim() ? [email] : [], phones: phone.trim() ? [phone] : [] }
    const { client } = await sendCommand((commandId) =>
      api.add({ ...address, commandId, id, name, company, ...points }),
    )
    id = makeId()
    setWritten({ ...nobody })
    props.onOpenChange(false)
    navigate(`/w/${workspace.slug}/clients/${client.id}`)
    void showToast({
      tone: 'success',
      text: t('card.added', { name: client.name }),
      action: { label: t('card.write'), onClick: () => overlays.writeTo(foundOf(client)) },
    })
  })
  // What was refused before is no longer said.
  createEffect(on(() => props.open, add.forget, { defer: true }))
  const line = (
    name: keyof typeof nobody,
    label: string,
    error: string | undefined,
    type: 'text' | 'email' | 'tel',
  ) => (
    <Field label={label} required={name === 'name'} error={error}>
      <TextInput
        type={type}
        inputmode={type}
        autocomplete="off"
        maxlength={name === 'email' ? 254 : 120}
        value={written[name]}
        onText={(text) => setWritten(name, text)}
      />
    </Field>
  )
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => props.onOpenChange(open)}
      title={t('card.new_client')}
      closeLabel={t('common.close')}
    >
      <Form
        act={add}
        submit={t('card.add_client')}
        aside={<Button onClick={() => props.onOpenChange(false)}>{t('common.cancel')}</Button>}
        onSubmit={() => void add.run()}
      >
        {line('name', t('card.fields.name'), add.fields()['name'], 'text')}
        {line('company', t('card.fields.company'), add.fields()['company'], 'text')}
        {line('email', t('card.fields.emails'), add.fields()['emails.0'], 'email')}
        {line('phone', t('card.fields.phone'), add.fields()['phones.0'], 'tel')}
        <Show when={props.open}>
          <AlikeClients email={written.email} phone={written.phone} onPick={() => props.onOpenChange(false)} />
        </Show>
      </Form>
    </Dialog>
  )
}

const address = { street: '', postalCode: '', town: '', country: '' }
