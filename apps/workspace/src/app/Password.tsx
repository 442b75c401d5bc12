import { PasswordInput } from '@comptoir/ui/PasswordInput'
import type { TextInputProps } from '@comptoir/ui/TextInput'
import { useLanguage } from './create-language.ts'

/** A password, which its writer may look at, in the language of the screen. */
export function Password(props: Omit<TextInputProps, 'type' | 'trailing'>) {
  const { t } = useLanguage()
  return <PasswordInput {...props} showLabel={t('common.show_password')} hideLabel={t('common.hide_password')} />
}
