import ChevronDown from 'lucide-solid/icons/chevron-down'
import { createSignal, lazy, Show } from 'solid-js'
import { SegmentedControl } from '@comptoir/ui/SegmentedControl'
import { useLanguage } from '../../app/create-language.ts'
import { useConversation } from '../conversation-context.ts'
import type { ComposerState } from './create-composer.ts'
import './ComposerHead.css'

const RecipientLines = lazy(() => import('./RecipientLines.tsx'))

/** Reply or note, and who will read it. */
export function ComposerHead(props: { composer: ComposerState }) {
  const { t } = useLanguage()
  const kind = () => props.composer.draft.writing.kind
  const [lines, setLines] = createSignal<'open' | 'closed'>('closed')
  return (
    <>
      <div class="composer-head">
        <SegmentedControl
          label={t('inbox.composer.kind')}
          value={kind()}
          options={[
            { value: 'reply', label: t('inbox.composer.reply') },
            { value: 'note', label: t('inbox.composer.note') },
          ]}
          onChange={(value) => props.composer.begin(value)}
        />
        <Show
          when={kind() === 'reply'}
          fallback={<span class="composer-to truncate">{t('inbox.composer.team_only')}</span>}
        >
          <button
            type="button"
            class="composer-to"
            aria-expanded={lines() === 'open'}
            onClick={() => setLines(lines() === 'open' ? 'closed' : 'open')}
          >
            <Summary composer={props.composer} lines={lines()} />
            <ChevronDown aria-hidden="true" />
          </button>
        </Show>
      </div>
      <Show when={kind() === 'reply' && lines() === 'open'}>
        <RecipientLines recipients={props.composer.recipients} />
      </Show>
    </>
  )
}

/** To whom it goes, in a line. */
function Summary(props: { composer: ComposerState; lines: 'open' | 'closed' }) {
  const { t } = useLanguage()
  const here = useConversation()
  const recipients = () => props.composer.recipients
  const named = (people: { address: string }[]) => people.map(({ address }) => address).join(', ')
  const from = () => here.opened().mailboxAddress
  const leftOut = () => recipients().leftOut().length
  return (
    <Show
      when={recipients().chosen().to.length > 0}
      fallback={<span class="composer-no-recipient truncate">{t('inbox.composer.no_recipient')}</span>}
    >
      <span class="truncate" title={from() ? t('inbox.composer.from', { from: from() ?? '' }) : undefined}>
        {t('inbox.composer.to', { to: named(recipients().chosen().to) })}
        <Show when={recipients().chosen().cc.length > 0}>
          {' · '}
          {t('inbox.recipients.cc_to', { to: named(recipients().chosen().cc) })}
        </Show>
        <Show when={recipients().chosen().bcc.length > 0}>
          {' · '}
          {t('inbox.recipients.bcc_to', { to: named(recipients().chosen().bcc) })}
        </Show>
      </span>
      <Show when={props.lines === 'closed' && leftOut() > 0}>
        <span class="composer-left-out truncate">{t('inbox.recipients.left_out_count', { n: leftOut() })}</span>
      </Show>
    </Show>
  )
}
