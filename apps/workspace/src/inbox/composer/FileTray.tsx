import { For, Show } from 'solid-js'
import { maxFileBytes, type FileView } from '@comptoir/contract/documents'
import { Button } from '@comptoir/ui/Button'
import { FileChip } from '@comptoir/ui/FileChip'
import { Refused } from '@comptoir/wire/ask'
import { useLanguage } from '../../app/create-language.ts'
import { sentenceOf } from '../../app/show-refusal.ts'
import type { Uploading, Uploads } from './create-uploads.ts'
import './FileTray.css'

/** The files that will leave with the message, and those on their way. */
export function FileTray(props: {
  files: readonly FileView[]
  uploads: Uploads
  kind: 'reply' | 'note'
  onRemove: (id: string) => void
}) {
  const { t, format } = useLanguage()
  const count = () => props.files.length + props.uploads.all.length
  return (
    <Show when={count() > 0}>
      <ul class="composer-files" aria-label={t('inbox.composer.files')}>
        <For each={props.files}>
          {(file) => (
            <li>
              <FileChip
                name={file.name}
                detail={format().bytes(file.sizeBytes)}
                kind={file.mediaType.startsWith('image/') ? 'image' : 'document'}
                remove={{
                  label: t('inbox.composer.file_remove', { name: file.name }),
                  onClick: () => props.onRemove(file.id),
                }}
              />
            </li>
          )}
        </For>
        <For each={props.uploads.all}>{(one) => <OnItsWay one={one} uploads={props.uploads} />}</For>
      </ul>
      <Show when={props.kind === 'note'}>
        <p class="composer-hint">{t('inbox.composer.files_with_reply')}</p>
      </Show>
    </Show>
  )
}

function OnItsWay(props: { one: Uploading; uploads: Uploads }) {
  const language = useLanguage()
  const { t, format } = language
  const name = () => props.one.file.name
  const detail = () => {
    const { state } = props.one
    if (state.is === 'empty') return t('inbox.composer.file_empty')
    if (state.is === 'failed') {
      return state.error instanceof Refused ? sentenceOf(state.error, language) : t('inbox.composer.file_failed')
    }
    const size = format().bytes(props.one.file.size)
    return state.is === 'too_large'
      ? t('inbox.composer.file_too_large', { size, limit: format().bytes(maxFileBytes) })
      : size
  }
  const state = () => {
    const now = props.one.state
    return now.is === 'sending'
      ? { is: 'sending' as const, done: now.done, label: t('inbox.composer.file_sending', { name: name() }) }
      : { is: 'failed' as const }
  }
  return (
    <li>
      <FileChip
        name={name()}
        detail={detail()}
        state={state()}
        remove={{
          label: t('inbox.composer.file_remove', { name: name() }),
          onClick: () => props.uploads.remove(props.one.id),
        }}
      />
      <Show when={props.one.state.is === 'failed'}>
        <Button size="sm" onClick={() => props.uploads.retry(props.one.id)}>
          {t('inbox.composer.file_retry')}
        </Button>
      </Show>
    </li>
  )
}
