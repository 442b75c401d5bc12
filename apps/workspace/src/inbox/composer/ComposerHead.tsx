import { Show } from 'solid-js'
import { SegmentedControl } from '@comptoir/ui/SegmentedControl'
import { useLanguage } from '../../app/create-language.ts'
import { useConversation } from '../conversation-context.ts'
import type { ComposerState } from './create-composer.ts'
import './ComposerHead.css'

/** Reply or note, and who will read it. */
export function ComposerHead(props: { composer: ComposerState }) {
  const { t } = useLanguage()
  const here = useConversation()
  const kind = () => props.composer.draft.writing.kind
  return (
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
      <span class="composer-to truncate">
        <Show when={kind() === 'reply'} fallback={t('inbox.composer.team_only')}>
          <Show
            when={here.opened().recipient}
            fallback={<span class="composer-no-recipient">{t('inbox.composer.no_recipient')}</span>}
          >
            {(to) => (
              <span
                title={
                  here.opened().mailboxAddress
                    ? t('inbox.composer.from', { from: here.opened().mailboxAddress ?? '' })
                    : undefined
                }
              >
                {t('inbox.composer.to', { to: to() })}
              </span>
            )}
          </Show>
        </Show>
      </span>
    </div>
  )
}
