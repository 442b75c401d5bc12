import X from 'lucide-solid/icons/x'
import { createUniqueId, For, Show } from 'solid-js'
import type { ConversationRow } from '@comptoir/contract/inbox'
import { IconButton } from '@comptoir/ui/IconButton'
import { Tag } from '@comptoir/ui/Tag'
import { useLanguage } from '../../app/create-language.ts'
import { useNow } from '../use-now.ts'
import '@comptoir/ui/Choice.css'
import './MergedChoice.css'

/** The conversations that become one: which of them stays, and which is not meant after all. */
export function MergedChoice(props: {
  rows: ConversationRow[]
  intoId: string | undefined
  onChoose: (id: string) => void
  onRemove: (id: string) => void
}) {
  const { t, format } = useLanguage()
  const now = useNow()
  const name = createUniqueId()
  const subjectOf = (row: ConversationRow) => row.subject || t('inbox.list.no_subject')
  return (
    <fieldset class="merged-choice">
      <legend class="field-label">{t('merging.stays')}</legend>
      <For each={props.rows}>
        {(row) => (
          <div class="merged-one" data-stays={row.id === props.intoId || undefined}>
            <label class="choice">
              <input
                type="radio"
                value={row.id}
                name={name}
                checked={row.id === props.intoId}
                onChange={() => props.onChoose(row.id)}
              />
              <span class="merged-one-words">
                <span class="merged-one-subject">
                  <span class="truncate">{subjectOf(row)}</span>
                  <Show when={row.state === 'archived'}>
                    <Tag>{t('inbox.conversation.archived_state')}</Tag>
                  </Show>
                </span>
                <span class="choice-hint truncate">
                  {row.clientName} · {format().when(row.lastAt, now())} · {row.lastPreview}
                </span>
              </span>
            </label>
            <Show when={props.rows.length > 1}>
              <IconButton
                size="sm"
                label={t('merging.leave_out', { name: subjectOf(row) })}
                onClick={() => props.onRemove(row.id)}
              >
                <X />
              </IconButton>
            </Show>
          </div>
        )}
      </For>
    </fieldset>
  )
}
