import { Checkbox } from '@comptoir/ui/Checkbox'
import type { ConversationRow } from '@comptoir/contract/inbox'
import { useLanguage } from '../app/create-language.ts'
import { useInbox } from './inbox-context.ts'
import './RowCheck.css'

/** Chooses a row; with Shift, all from the last one that was chosen. */
export function RowCheck(props: { row: ConversationRow; tabindex: number }) {
  const { t } = useLanguage()
  const { selection } = useInbox()
  let reach: 'one' | 'stretch' = 'one'
  return (
    <span
      class="row-check"
      // What changes does not say which keys were held.
      on:click={{ handleEvent: (event) => (reach = event.shiftKey ? 'stretch' : 'one'), capture: true }}
    >
      <Checkbox
        label={t('bulk.choose', { name: props.row.clientName })}
        labelShown="aloud"
        tabindex={props.tabindex}
        checked={selection.has(props.row.id)}
        onChange={() => selection.toggle(props.row.id, reach)}
      />
    </span>
  )
}
