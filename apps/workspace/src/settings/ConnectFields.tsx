import type { MailServer } from '@comptoir/contract/mailboxes'
import { Field } from '@comptoir/ui/Field'
import { PasswordInput } from '@comptoir/ui/PasswordInput'
import { Select } from '@comptoir/ui/Select'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../app/create-language.ts'
import { portOf } from './guess-smtp.ts'

export type AccountFields = MailServer & { password: string }

const securities = ['starttls', 'tls', 'none'] as const

/** The fields of an account. A usual port follows the way to connect, one that was typed stays. */
export function ConnectFields(props: {
  account: AccountFields
  onChange: (change: Partial<AccountFields>) => void
  errors: Record<string, string>
  password: 'kept' | 'needed'
}) {
  const { t } = useLanguage()
  function changeSecurity(value: string) {
    const security = securities.find((one) => one === value)
    if (!security) return
    const isUsual = props.account.port === portOf(props.account.security)
    props.onChange(isUsual ? { security, port: portOf(security) } : { security })
  }
  return (
    <>
      <div class="connect-server">
        <Field label={t('settings.connect_host')} error={props.errors['host']}>
          <TextInput
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            inputmode="url"
            value={props.account.host}
            onText={(host) => props.onChange({ host: host.trim() })}
          />
        </Field>
        <Field label={t('settings.connect_port')} error={props.errors['port']}>
          <TextInput
            autocomplete="off"
            inputmode="numeric"
            value={String(props.account.port)}
            onText={(text) => props.onChange({ port: Number(text.replace(/\D/g, '').slice(0, 5)) })}
          />
        </Field>
      </div>
      <Field label={t('settings.connect_security')} error={props.errors['security']}>
        <Select
          value={props.account.security}
          options={securities.map((value) => ({ value, label: t(`settings.security_${value}`) }))}
          onChange={changeSecurity}
        />
      </Field>
      <Field
        label={t('settings.connect_username')}
        hint={t('settings.connect_username_hint')}
        error={props.errors['username']}
      >
        <TextInput
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={props.account.username}
          onText={(username) => props.onChange({ username })}
        />
      </Field>
      <Field
        label={t('common.password')}
        hint={props.password === 'kept' ? t('settings.connect_password_kept') : t('settings.connect_password_hint')}
        error={props.errors['password']}
      >
        <PasswordInput
          autocomplete="off"
          value={props.account.password}
          onText={(password) => props.onChange({ password })}
          showLabel={t('common.show_password')}
          hideLabel={t('common.hide_password')}
        />
      </Field>
    </>
  )
}
