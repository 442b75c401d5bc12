import { Button } from '@comptoir/ui/Button'
import { Field } from '@comptoir/ui/Field'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../../app/create-language.ts'
import { Form } from '../../app/Form.tsx'
import { useConnecting } from './connecting-context.ts'

/** Which address it is. All the rest is looked for. */
export function AddressStep() {
  const { t } = useLanguage()
  const { draft, find, addOnly, set } = useConnecting()
  const both = {
    busy: find.busy,
    fields: () => ({ ...addOnly.fields(), ...find.fields() }),
    refusal: () => find.refusal() ?? addOnly.refusal(),
  }
  return (
    <Form
      act={both}
      onSubmit={() => void find.run()}
      submit={t('mailboxes.continue')}
      aside={
        <Button tone="ghost" busy={addOnly.busy()} onClick={() => void addOnly.run()}>
          {t('mailboxes.only_sandbox')}
        </Button>
      }
    >
      <Field label={t('common.email')} error={both.fields()['address']}>
        <TextInput
          type="email"
          autocomplete="email"
          autocapitalize="off"
          spellcheck={false}
          value={draft.address}
          onText={(address) => set({ address: address.trim().toLowerCase() })}
        />
      </Field>
      <Field label={t('mailboxes.mailbox_name')} hint={t('mailboxes.mailbox_name_hint')} error={both.fields()['name']}>
        <TextInput autocomplete="organization" value={draft.name} onText={(name) => set({ name })} />
      </Field>
    </Form>
  )
}
