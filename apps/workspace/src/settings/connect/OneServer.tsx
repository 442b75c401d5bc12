import { portOf, type MailServer } from '@comptoir/contract/mailboxes'
import { Field } from '@comptoir/ui/Field'
import { Select } from '@comptoir/ui/Select'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../../app/create-language.ts'
import './OneServer.css'

const securities = ['tls', 'starttls', 'none'] as const

/** One server. A usual port follows the way to connect, one that was typed stays. */
export function OneServer(props: {
  kind: 'imap' | 'smtp'
  server: MailServer
  errors: Record<string, string>
  onChange: (server: MailServer) => void
}) {
  const { t } = useLanguage()
  const change = (part: Partial<MailServer>) => props.onChange({ ...props.server, ...part })
  const error = (field: keyof MailServer) => props.errors[`${props.kind}.${field}`]
  function changeSecurity(value: string) {
    const security = securities.find((one) => one === value)
    if (!security) return
    const isUsual = props.server.port === portOf(props.kind, props.server.security)
    change(isUsual ? { security, port: portOf(props.kind, security) } : { security })
  }
  return (
    <fieldset class="form-group">
      <legend>{t(`mailboxes.${props.kind}`)}</legend>
      <div class="connect-server-line">
        <Field label={t('mailboxes.host')} error={error('host')}>
          <TextInput
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            inputmode="url"
            value={props.server.host}
            onText={(host) => change({ host: host.trim() })}
          />
        </Field>
        <Field label={t('mailboxes.port')} error={error('port')}>
          <TextInput
            autocomplete="off"
            inputmode="numeric"
            value={String(props.server.port)}
            onText={(text) => change({ port: Number(text.replace(/\D/g, '').slice(0, 5)) })}
          />
        </Field>
        <Field label={t('mailboxes.security')} error={error('security')}>
          <Select
            value={props.server.security}
            options={securities.map((value) => ({ value, label: t(`mailboxes.secure_${value}`) }))}
            onChange={changeSecurity}
          />
        </Field>
      </div>
      <Field label={t('mailboxes.username')} hint={t('mailboxes.username_hint')} error={error('username')}>
        <TextInput
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={props.server.username}
          onText={(username) => change({ username: username.trim() })}
        />
      </Field>
    </fieldset>
  )
}
