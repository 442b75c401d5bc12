import { Show, untrack } from 'solid-js'
import { Field } from '@comptoir/ui/Field'
import { Fold } from '@comptoir/ui/Fold'
import { Switch } from '@comptoir/ui/Switch'
import { useLanguage } from '../../app/create-language.ts'
import { Password } from '../../app/Password.tsx'
import { useConnecting } from './connecting-context.ts'
import { OneServer } from './OneServer.tsx'

/** Both servers, for who must type them; folded away where they were found. */
export function ServerFields(props: { errors: Record<string, string> }) {
  const { t } = useLanguage()
  const { draft, set } = useConnecting()
  const isToType = untrack(() => draft.smtp.host === '')
  const hasErrors = () => Object.keys(props.errors).some((name) => /^(imap|smtp)/.test(name))
  return (
    <Fold label={t('mailboxes.advanced')} open={isToType || hasErrors()}>
      <Switch
        label={t('mailboxes.imap_on')}
        hint={t('mailboxes.imap_on_hint')}
        checked={draft.reads === 'read'}
        onChange={(isOn) => set({ reads: isOn ? 'read' : 'left' })}
      />
      <Show when={draft.reads === 'read'}>
        <OneServer kind="imap" server={draft.imap} errors={props.errors} onChange={(imap) => set({ imap })} />
      </Show>
      <OneServer kind="smtp" server={draft.smtp} errors={props.errors} onChange={(smtp) => set({ smtp })} />
      <Show when={draft.reads === 'read' && draft.signedInAt === null}>
        <Field label={t('mailboxes.smtp_password')} hint={t('mailboxes.smtp_password_hint')}>
          <Password autocomplete="off" value={draft.smtpPassword} onText={(smtpPassword) => set({ smtpPassword })} />
        </Field>
      </Show>
    </Fold>
  )
}
