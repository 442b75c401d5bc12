import { Field } from '@comptoir/ui/Field'
import { useLanguage } from '../app/create-language.ts'
import { Password } from '../app/Password.tsx'

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
      <Password autocomplete="new-password" value={props.value} onText={props.onText} />
    </Field>
  )
}
