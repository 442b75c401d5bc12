import { For } from 'solid-js'
import type { VariableName } from '@comptoir/contract/templates'
import { Fold } from '@comptoir/ui/Fold'
import { useLanguage } from '../app/create-language.ts'
import { variableLabel } from './template-words.ts'

const groups = {
  client: ['client_first_name', 'client_last_name', 'client_name', 'client_company', 'client_email', 'client_phone'],
  sender: ['sender_first_name', 'sender_name', 'sender_email'],
  business: ['business_name', 'business_phone'],
  message: ['subject', 'today'],
} as const satisfies Record<string, VariableName[]>

const groupsOf = {
  template: ['client', 'sender', 'business', 'message'],
  signature: ['sender', 'business'],
} as const

/** What can be filled in, by whom or what it tells of. */
export function VariableButtons(props: { of: keyof typeof groupsOf; onPick: (name: VariableName) => void }) {
  const language = useLanguage()
  const { t } = language
  return (
    <Fold label={t('templates.insert')}>
      <div class="variable-groups">
        <For each={groupsOf[props.of]}>
          {(group) => (
            <div class="variable-group" role="group" aria-label={t(`templates.about.${group}`)}>
              <span class="variable-about" aria-hidden="true">
                {t(`templates.about.${group}`)}
              </span>
              <For each={groups[group]}>
                {(name) => (
                  <button
                    type="button"
                    class="variable-button"
                    // The text keeps its caret.
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => props.onPick(name)}
                  >
                    {variableLabel(language, name)}
                  </button>
                )}
              </For>
            </div>
          )}
        </For>
      </div>
    </Fold>
  )
}
