import { For, useContext } from 'solid-js'
import { Dialog } from '@comptoir/ui/Dialog'
import { Kbd } from '@comptoir/ui/Kbd'
import { CommandsContext } from './commands.ts'
import { useLanguage } from './create-language.ts'
import { useOverlays } from './create-overlays.ts'
import './KeysHelp.css'

/** The keys that do something on this page. */
export default function KeysHelp() {
  const { t } = useLanguage()
  const overlays = useOverlays()
  const commands = useContext(CommandsContext)
  const groups = () => [
    ...Map.groupBy(commands?.available().filter((command) => command.keys) ?? [], (command) => command.group()),
  ]
  return (
    <Dialog
      open={overlays.isOpen('keys')}
      onOpenChange={(open) => overlays.set('keys', open)}
      title={t('shell.keys')}
      closeLabel={t('common.close')}
    >
      <For each={groups()}>
        {([group, those]) => (
          <section class="keys-help">
            <h3 class="keys-help-group">{group}</h3>
            <dl class="keys-help-list">
              <For each={those}>
                {(command) => (
                  <div class="keys-help-row">
                    <dt>{command.label()}</dt>
                    <dd>
                      <For each={command.keys?.split(/[ +]/)}>
                        {(key) => <Kbd>{key.length === 1 ? key.toUpperCase() : key}</Kbd>}
                      </For>
                    </dd>
                  </div>
                )}
              </For>
            </dl>
          </section>
        )}
      </For>
    </Dialog>
  )
}
