import { Field } from '@comptoir/ui/Field'
import { PasswordInput } from '@comptoir/ui/PasswordInput'
import { useLanguage } from '../app/create-language.ts'

/** A password being chosen: how long it must be is said before, not after. */
export function NewPassword(props: {
  label: string
  error: string | undefined
  value: string
  onText: (text: string) => void
}) {
  const { t } = useLanguage()
  return (
    <Field label={props.label} hint={t('identity.password_hint')} error={props.error}>
      <PasswordInput
        autocomplete="new-password"
        value={props.value}
        onText={props.onText}
        showLabel={t('common.show_password')}
        hideLabel={t('common.hide_password')}
      />
    </Field>
  )
}
