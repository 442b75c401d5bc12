import { For, Show } from 'solid-js'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import { Kbd } from '@comptoir/ui/Kbd'
import { useLanguage } from '../../app/create-language.ts'
import { useConversation } from '../conversation-context.ts'
import type { ComposerState } from './create-composer.ts'
import './ConflictBar.css'

/** Something came while one was writing: what it says, and the choice to send all the same or to think again. */
export function ConflictBar(props: { composer: ComposerState }) {
  const { t } = useLanguage()
  const here = useConversation()
  const unseen = () => props.composer.unseen()
  return (
    <Show when={unseen().length > 0}>
      <div class="composer-bar">
        <Banner
          tone="warning"
          action={
            <>
              <Button size="sm" onClick={() => props.composer.reread()}>
                {t('inbox.composer.conflict.reread')}
              </Button>
              <Button size="sm" tone="primary" onClick={() => props.composer.send('anyway')}>
                {t('inbox.composer.conflict.anyway')}
                <span class="composer-key" aria-hidden="true">
                  <Kbd>Ctrl ↵</Kbd>
                </span>
              </Button>
            </>
          }
        >
          <strong>{t('inbox.composer.conflict.title', { n: unseen().length })}</strong>
          <ul class="composer-unseen">
            <For each={unseen()}>
              {(said) => (
                <li>
                  {t('inbox.composer.conflict.said', {
                    name: said.authorName || here.opened().client.name,
                    text: said.text,
                  })}
                </li>
              )}
            </For>
          </ul>
        </Banner>
      </div>
    </Show>
  )
}
