import type { FoundAccount } from '@comptoir/contract/mailboxes'
import { Field } from '@comptoir/ui/Field'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../app/create-language.ts'

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
  const digits = (text: string) => text.replace(/\D/g, '').slice(0, 7)
  return (
    <fieldset class="limit-fields">
      <legend>{t('mailboxes.limits')}</legend>
      <div class="limit-fields-line">
        <Field
          label={t('mailboxes.hourly_limit')}
          hint={usual(props.usual?.hourlyLimit)}
          error={props.errors['hourlyLimit']}
        >
          <TextInput
            inputmode="numeric"
            autocomplete="off"
            placeholder={t('mailboxes.limit_none')}
            value={props.hourly}
            onText={(text) => props.onChange({ hourlyLimit: digits(text) })}
          />
        </Field>
        <Field
          label={t('mailboxes.daily_limit')}
          hint={usual(props.usual?.dailyLimit)}
          error={props.errors['dailyLimit']}
        >
          <TextInput
            inputmode="numeric"
            autocomplete="off"
            placeholder={t('mailboxes.limit_none')}
            value={props.daily}
            onText={(text) => props.onChange({ dailyLimit: digits(text) })}
          />
        </Field>
      </div>
      <p class="connect-hint">{t('mailboxes.limits_hint')}</p>
    </fieldset>
  )
}
