import CalendarClock from 'lucide-solid/icons/calendar-clock'
import MessageSquareText from 'lucide-solid/icons/message-square-text'
import SendHorizontal from 'lucide-solid/icons/send-horizontal'
import Trash from 'lucide-solid/icons/trash'
import { Show } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { IconButton } from '@comptoir/ui/IconButton'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { registerActions } from '../../app/commands.ts'
import { useLanguage } from '../../app/create-language.ts'
import { useKeysOf } from '../../app/use-key-caps.ts'
import { LaterMenu } from '../LaterMenu.tsx'
import { openFor } from '../open-for.ts'
import { AttachButton } from './AttachButton.tsx'
import type { ComposerState } from './create-composer.ts'
import './ComposerFoot.css'

/** The tools of the text, the files, the state of the draft, and the way out. */
export function ComposerFoot(props: { composer: ComposerState; toolsRef: (element: HTMLElement) => void }) {
  const { t } = useLanguage()
  const keysOf = useKeysOf()
  let input!: HTMLInputElement
  const kind = () => props.composer.draft.writing.kind
  const isEmpty = () => props.composer.draft.isEmpty()
  const discard = () => {
    const undo = props.composer.discard()
    void showToast({ text: t('inbox.composer.draft.discarded'), action: { label: t('common.undo'), onClick: undo } })
  }
  registerActions({
    send: { run: () => props.composer.send(), when: () => !props.composer.isEmpty() },
    'send-later': { run: () => openFor('later'), when: () => kind() === 'reply' && !props.composer.isEmpty() },
    attach: { run: () => input.click(), when: () => kind() === 'reply' },
    'use-template': () => props.composer.slash(),
    'discard-draft': { run: discard, when: () => !isEmpty() },
  })
  return (
    <div class="composer-foot">
      <Show when={kind() === 'reply'}>
        <AttachButton ref={(element) => (input = element)} onFiles={(files) => props.composer.uploads.add(files)} />
      </Show>
      <IconButton size="sm" label={t('inbox.composer.templates')} shortcut="/" onClick={() => props.composer.slash()}>
        <MessageSquareText />
      </IconButton>
      <div class="composer-tools" ref={props.toolsRef} />
      <span class="composer-draft truncate" role="status" data-state={props.composer.draft.state()}>
        <Show when={!isEmpty() || props.composer.draft.state() === 'waiting'}>
          {t(`inbox.composer.draft.${props.composer.draft.state()}`)}
        </Show>
      </span>
      <Show when={!isEmpty()}>
        <IconButton size="sm" class="composer-discard" label={t('inbox.composer.draft.discard')} onClick={discard}>
          <Trash />
        </IconButton>
      </Show>
      <Show when={kind() === 'reply'}>
        <LaterMenu
          trigger={(bind) => (
            <IconButton
              {...bind}
              data-opens="later"
              size="sm"
              label={t('inbox.leaving.later')}
              shortcut={keysOf('send-later')}
            >
              <CalendarClock />
            </IconButton>
          )}
          onChoose={(leavesAt) => props.composer.sendLater(leavesAt)}
        />
      </Show>
      <Button
        tone="primary"
        class="composer-send"
        icon={<SendHorizontal aria-hidden="true" />}
        data-tooltip={t(kind() === 'reply' ? 'inbox.composer.send' : 'inbox.composer.add_note')}
        data-tooltip-key={keysOf('send')}
        aria-disabled={props.composer.isEmpty() || undefined}
        onClick={() => props.composer.send()}
      >
        <span class="composer-send-words">
          {t(kind() === 'reply' ? 'inbox.composer.send' : 'inbox.composer.add_note')}
        </span>
      </Button>
    </div>
  )
}
