import ExternalLink from 'lucide-solid/icons/external-link'
import { Show } from 'solid-js'
import { domainOf } from '@comptoir/rules/domain-of'
import { Field } from '@comptoir/ui/Field'
import { useLanguage } from '../../app/create-language.ts'
import { Password } from '../../app/Password.tsx'
import { useConnecting } from './connecting-context.ts'
import './PasswordFields.css'

/** The password, called what the provider calls it, and where one is made if it wants another. */
export function PasswordFields(props: { missing: string | undefined }) {
  const { t } = useLanguage()
  const { draft, set } = useConnecting()
  const provider = () => draft.found?.provider?.name ?? domainOf(draft.address)
  const wantsApp = () => draft.found?.password === 'app'
  const isKept = () => draft.mailboxId !== null && draft.smtp.host !== '' && draft.signedInAt === null
  const hint = () => {
    if (wantsApp()) return t('mailboxes.app_password_hint', { provider: provider() })
    return isKept() ? t('mailboxes.password_kept') : t('mailboxes.password_hint')
  }
  return (
    <>
      <Field
        label={wantsApp() ? t('mailboxes.app_password') : t('mailboxes.password_of', { provider: provider() })}
        hint={hint()}
        error={props.missing}
      >
        <Password
          autocomplete="off"
          value={draft.password}
          // What providers show in groups of four is copied with its spaces.
          onText={(text) => set({ password: wantsApp() ? text.replace(/\s/g, '') : text })}
        />
      </Field>
      <Show when={wantsApp() && draft.found?.helpUrl}>
        {(url) => (
          <a class="text-link connect-link" href={url()} target="_blank" rel="noreferrer">
            {t('mailboxes.app_password_make', { provider: provider() })}
            <ExternalLink aria-hidden="true" />
          </a>
        )}
      </Show>
    </>
  )
}
