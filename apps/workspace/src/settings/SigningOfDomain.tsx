import { Match, Show, Switch } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { passFocusOn } from '@comptoir/ui/pass-focus-on.ts'
import { Tag } from '@comptoir/ui/Tag'
import { useLanguage } from '../app/create-language.ts'
import type { SigningDomain } from '../messaging/create-signing-domains.ts'
import { useSigningCommands } from './signing-commands.ts'
import { SigningKeyToPublish } from './SigningKeyToPublish.tsx'

/** One domain: the state of its signature, and the next step. */
export function SigningOfDomain(props: { of: SigningDomain }) {
  const { t } = useLanguage()
  const { make, check, remove } = useSigningCommands()
  let domain!: HTMLLIElement
  const nextStep = () => domain.querySelector<HTMLElement>('.button[data-tone="primary"]')
  return (
    <li ref={domain} class="signing-domain">
      <div class="signing-head">
        <h3 class="signing-name">{props.of.domain}</h3>
        <State of={props.of} />
        <Show when={props.of.key}>
          <Button
            ref={passFocusOn(nextStep)}
            size="sm"
            tone="ghost"
            busy={remove.busy()}
            aria-label={t('signing.remove_of', { domain: props.of.domain })}
            onClick={() => void remove.run(props.of)}
          >
            {t('signing.remove')}
          </Button>
        </Show>
      </div>
      <Switch>
        <Match when={props.of.provider}>
          {(provider) => (
            <p class="page-text">{t('signing.by_provider', { provider: provider(), domain: props.of.domain })}</p>
          )}
        </Match>
        <Match when={props.of.key}>
          {(key) => <SigningKeyToPublish of={key()} checking={check.busy()} onCheck={() => void check.run(props.of)} />}
        </Match>
        <Match when={true}>
          <p class="page-text">{t('signing.no_key_text')}</p>
          <Button ref={passFocusOn(nextStep)} tone="primary" busy={make.busy()} onClick={() => void make.run(props.of)}>
            {t('signing.make')}
          </Button>
        </Match>
      </Switch>
    </li>
  )
}

function State(props: { of: SigningDomain }) {
  const { t } = useLanguage()
  return (
    <Switch fallback={<Tag>{t('signing.no_key')}</Tag>}>
      <Match when={props.of.provider}>
        <Tag tone="accent">{t('signing.signed_by_provider')}</Tag>
      </Match>
      <Match when={props.of.key?.publishedAt}>
        <Tag tone="accent">{t('signing.published')}</Tag>
      </Match>
      <Match when={props.of.key}>
        <Tag tone="warm">{t('signing.to_publish')}</Tag>
      </Match>
    </Switch>
  )
}
