import CircleCheck from 'lucide-solid/icons/circle-check'
import SearchX from 'lucide-solid/icons/search-x'
import { Match, Show, Switch } from 'solid-js'
import { domainOf } from '@comptoir/rules/domain-of'
import { Button } from '@comptoir/ui/Button'
import { useLanguage } from '../../app/create-language.ts'
import { useConnecting } from './connecting-context.ts'
import './FoundSettings.css'

/** Whose mail it is, and where it is kept: so that nobody types a server's name who does not have to. */
export function FoundSettings() {
  const { t } = useLanguage()
  const { draft, set } = useConnecting()
  const domain = () => domainOf(draft.address)
  const isFound = () => draft.found && draft.found.found !== 'nothing'
  return (
    <Show when={draft.found}>
      {(found) => (
        <div class="connect-found" data-found={isFound() ? 'something' : 'nothing'}>
          <Show when={isFound()} fallback={<SearchX aria-hidden="true" />}>
            <CircleCheck aria-hidden="true" />
          </Show>
          <div class="connect-found-words">
            <Switch fallback={<p>{t('mailboxes.found_nothing', { domain: domain() })}</p>}>
              <Match when={found().provider}>
                {(provider) => (
                  <p class="connect-found-title">{t('mailboxes.found_at', { provider: provider().name })}</p>
                )}
              </Match>
              <Match when={isFound()}>
                <p class="connect-found-title">{t('mailboxes.found', { domain: domain() })}</p>
              </Match>
            </Switch>
            <Show when={isFound()}>
              <p class="connect-found-servers">
                {[draft.reads === 'read' && draft.imap.host, draft.smtp.host].filter(Boolean).join(' · ')}
              </p>
            </Show>
            <Show when={found().found === 'guessed'}>
              <p>{t('mailboxes.found_guessed')}</p>
            </Show>
          </div>
          <Show when={draft.mailboxId === null}>
            <Button size="sm" tone="ghost" onClick={() => set({ step: 'address', smtp: { ...draft.smtp, host: '' } })}>
              {t('mailboxes.to_address')}
            </Button>
          </Show>
        </div>
      )}
    </Show>
  )
}
