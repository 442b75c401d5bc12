import type { FoundAccount } from '@comptoir/contract/mailboxes'
import { Field } from '@comptoir/ui/Field'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../app/create-language.ts'
import './LimitFields.css'

/** How many mails may leave. What the provider usually lets leave is proposed. */
export function LimitFields(props: {
  hourly: string
  daily: string
  usual: Pick<FoundAccount, 'provider' | 'hourlyLimit' | 'dailyLimit'> | null
  errors: Record<string, string>
  onChange: (change: { hourlyLimit: string } | { dailyLimit: string }) => void
}) {
  const { t } = useLanguage()
  const usual = (limit: number | null | undefined) =>
    limit && props.usual?.provider
      ? t('mailboxes.limit_usual', { provider: props.usual.provider.name, n: limit })
      : undefined
  return (
    <fieldset class="form-group">
      <legend>{t('mailboxes.limits')}</legend>
      <div class="limit-fields-line">
        <Limit
          label={t('mailboxes.hourly_limit')}
          hint={usual(props.usual?.hourlyLimit)}
          error={props.errors['hourlyLimit']}
          value={props.hourly}
          onChange={(hourlyLimit) => props.onChange({ hourlyLimit })}
        />
        <Limit
          label={t('mailboxes.daily_limit')}
          hint={usual(props.usual?.dailyLimit)}
          error={props.errors['dailyLimit']}
          value={props.daily}
          onChange={(dailyLimit) => props.onChange({ dailyLimit })}
        />
      </div>
      <p class="field-hint">{t('mailboxes.limits_hint')}</p>
    </fieldset>
  )
}

function Limit(props: {
  label: string
  hint: string | undefined
  error: string | undefined
  value: string
  onChange: (digits: string) => void
}) {
  const { t } = useLanguage()
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      <TextInput
        inputmode="numeric"
        autocomplete="off"
        placeholder={t('mailboxes.limit_none')}
        value={props.value}
        onText={(text) => props.onChange(text.replace(/\D/g, '').slice(0, 7))}
      />
    </Field>
  )
}
