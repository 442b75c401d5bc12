import { For, useContext } from 'solid-js'
import { Dialog } from '@comptoir/ui/Dialog'
import { Kbd } from '@comptoir/ui/Kbd'
import { actions, mayDo, type Action } from './actions.ts'
import { CommandsContext } from './commands.ts'
import { useLanguage } from './create-language.ts'
import { useOverlays } from './create-overlays.ts'
import { useKeyCaps } from './use-key-caps.ts'
import { useWorkspace } from './workspace-context.ts'
import './KeysHelp.css'

/** Every key there is, wherever it works, and those of what people made here. */
export default function KeysHelp() {
  const { t } = useLanguage()
  const overlays = useOverlays()
  const workspace = useWorkspace()
  const capsOf = useKeyCaps()
  const commands = useContext(CommandsContext)
  const ofActions = () =>
    Object.values<Action>(actions)
      .filter((action) => action.keys && mayDo(workspace, action))
      .map(({ group, label, keys }) => ({ group: t(group), label: t(label), keys: keys! }))
  const made = () =>
    (commands?.available() ?? [])
      .filter(({ id, keys }) => keys && !(id in actions))
      .map(({ group, label, keys }) => ({ group: group(), label: label(), keys: keys! }))
  const groups = () => [...Map.groupBy([...ofActions(), ...made()], ({ group }) => group)]
  return (
    <Dialog
      open={overlays.isOpen('keys')}
      onOpenChange={(open) => overlays.set('keys', open)}
      title={t('shell.keys')}
      closeLabel={t('common.close')}
      size="lg"
    >
      <div class="keys-help" role="group" aria-label={t('shell.keys')} tabindex="0" autofocus>
        <For each={groups()}>
          {([group, those]) => (
            <section class="keys-help-group">
              <h3 class="keys-help-title">{group}</h3>
              <dl class="keys-help-list">
                <For each={those}>
                  {(one) => (
                    <div class="keys-help-row">
                      <dt>{one.label}</dt>
                      <dd>
                        <For each={capsOf(one.keys)}>{(key) => <Kbd>{key}</Kbd>}</For>
                      </dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </div>
    </Dialog>
  )
}
