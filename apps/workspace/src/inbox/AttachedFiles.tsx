import { For, Show } from 'solid-js'
import type { Attachment } from '@comptoir/contract/timeline'
import { FileChip } from '@comptoir/ui/FileChip'
import { useLanguage } from '../app/create-language.ts'
import { useInbox } from './inbox-context.ts'
import './AttachedFiles.css'

/** The files of a message, to be downloaded; pictures inside its layout are not files. */
export function AttachedFiles(props: { files: Attachment[] }) {
  const { t, format } = useLanguage()
  const { live } = useInbox()
  const files = () => props.files.filter((file) => !file.inline)
  return (
    <Show when={files().length > 0}>
      <ul class="attached-files" aria-label={t('inbox.message.attachments', { n: files().length })}>
        <For each={files()}>
          {(file) => (
            <li>
              <FileChip
                name={file.name}
                detail={format().bytes(file.sizeBytes)}
                kind={file.mediaType.startsWith('image/') ? 'image' : 'document'}
                href={live.api.fileAddress(file.id)}
              />
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
