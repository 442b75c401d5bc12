import { createSignal } from 'solid-js'
import type { ConversationRow } from '@comptoir/contract/inbox'
import { Combobox } from '@comptoir/ui/Combobox'
import { Field } from '@comptoir/ui/Field'
import { Avatar } from '@comptoir/ui/Avatar'
import { useLanguage } from '../../app/create-language.ts'
import { ChannelIcon } from '../ChannelIcon.tsx'
import { useNow } from '../use-now.ts'
import { createCandidates } from './create-candidates.ts'
import './ConversationFinder.css'

/** A conversation found as one types; before that, those of the same client. */
export function ConversationFinder(props: {
  label: string
  error?: string | undefined
  clientId: string | undefined
  /** Those that are not offered. */
  except: string[]
  onPick: (row: ConversationRow) => void
}) {
  const { t } = useLanguage()
  const [words, setWords] = createSignal('')
  const found = createCandidates(words, () => props.clientId)
  const options = () => found()?.filter(({ id }) => !props.except.includes(id))
  return (
    <Field label={props.label} error={props.error} hint={t('merging.find_hint')}>
      <Combobox<ConversationRow>
        placeholder={t('merging.find')}
        text={words()}
        onText={setWords}
        options={options()}
        onPick={(row) => {
          setWords('')
          props.onPick(row)
        }}
        option={(row) => <Option row={row} />}
        listLabel={t('merging.found')}
        emptyText={t('merging.nothing_found')}
        pendingLabel={t('inbox.start.searching')}
      />
    </Field>
  )
}

function Option(props: { row: ConversationRow }) {
  const { t, format } = useLanguage()
  const now = useNow()
  return (
    <span class="conversation-option">
      <Avatar
        size="sm"
        name={props.row.clientName}
        seed={props.row.clientId}
        badge={<ChannelIcon channel={props.row.source} />}
      />
      <span class="conversation-option-words">
        <span class="truncate">{props.row.subject || t('inbox.list.no_subject')}</span>
        <span class="conversation-option-detail truncate">
          {[props.row.clientName, props.row.lastPreview].filter(Boolean).join(' · ')}
        </span>
      </span>
      <time class="conversation-option-detail num" datetime={props.row.lastAt}>
        {format().when(props.row.lastAt, now())}
      </time>
    </span>
  )
}
