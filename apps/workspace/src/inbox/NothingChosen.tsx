import MessagesSquare from 'lucide-solid/icons/messages-square'
import { For } from 'solid-js'
import { EmptyState } from '@comptoir/ui/EmptyState'
import { Kbd } from '@comptoir/ui/Kbd'
import { useLanguage } from '../app/create-language.ts'
import { useKeysOf } from '../app/use-key-caps.ts'
import './NothingChosen.css'

/** Beside the list while no conversation is open. */
export function NothingChosen() {
  const { t } = useLanguage()
  const keysOf = useKeysOf()
  const keys = () => [
    { keys: [keysOf('next'), keysOf('previous')], does: t('inbox.choose.move') },
    { keys: [keysOf('open')], does: t('inbox.choose.open') },
    { keys: [keysOf('start-conversation')], does: t('inbox.choose.start') },
    { keys: [keysOf('keys')], does: t('inbox.choose.help') },
  ]
  return (
    <section class="nothing-chosen">
      <EmptyState
        icon={<MessagesSquare />}
        title={t('inbox.choose.title')}
        text={t('inbox.choose.text')}
        action={
          <dl class="nothing-chosen-keys" aria-label={t('inbox.choose.keys')}>
            <For each={keys()}>
              {(one) => (
                <div>
                  <dt>
                    <For each={one.keys}>{(key) => <Kbd>{key}</Kbd>}</For>
                  </dt>
                  <dd>{one.does}</dd>
                </div>
              )}
            </For>
          </dl>
        }
      />
    </section>
  )
}
