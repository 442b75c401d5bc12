import { A } from '@solidjs/router'
import { createEffect, For, Show } from 'solid-js'
import { pictureTypes, type FileView } from '@comptoir/contract/documents'
import { Button } from '@comptoir/ui/Button'
import { FileChip } from '@comptoir/ui/FileChip'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useNow } from '../inbox/use-now.ts'
import { liveClientsOf } from '../live/live-clients.ts'
import './ClientFiles.css'

/** The files that went between a client and the business; each opens, and leads to where it was sent. */
export function ClientFiles(props: { clientId: string }) {
  const { t, format } = useLanguage()
  const workspace = useWorkspace()
  const { files, moreFiles } = liveClientsOf(workspace)
  const now = useNow()
  createEffect(() => files.open(props.clientId))
  const page = () => {
    const state = files.state(props.clientId)
    return state.is === 'ready' ? state.slice : undefined
  }
  const address = (fileId: string) => `/api/w/${workspace.slug}/files/${fileId}`
  const isPicture = ({ mediaType }: FileView) => pictureTypes.some((one) => one === mediaType)
  const failed = () => files.state(props.clientId).is === 'failed'
  return (
    <section class="client-section" aria-label={t('card.tabs.files')}>
      <Show
        when={page()}
        fallback={
          <Show when={failed()} fallback={<SkeletonLines lines={3} />}>
            <div>
              <Button size="sm" onClick={() => files.retry(props.clientId)}>
                {t('common.retry')}
              </Button>
            </div>
          </Show>
        }
      >
        {(all) => (
          <>
            <Show when={all().files.length > 0} fallback={<p class="client-empty">{t('card.no_files')}</p>}>
              <ul class="client-files">
                <For each={all().files}>
                  {(file) => (
                    <li>
                      <FileChip
                        name={file.name}
                        detail={format().bytes(file.sizeBytes)}
                        kind={file.mediaType.startsWith('image/') ? 'image' : 'document'}
                        href={address(file.id)}
                        {...(isPicture(file) && {
                          shown: {
                            href: `${address(file.id)}?inline`,
                            downloadLabel: t('card.file_download', { name: file.name }),
                          },
                        })}
                      />
                      <A class="client-file-where" href={`/w/${workspace.slug}/inbox/c/${file.conversationId}`}>
                        {t(file.direction === 'in' ? 'card.file_in' : 'card.file_out', {
                          when: format().when(file.at, now()),
                        })}
                      </A>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <Show when={all().next}>
              <div>
                <Button size="sm" onClick={() => void moreFiles.ask(props.clientId)}>
                  {t('clients.more_conversations')}
                </Button>
              </div>
            </Show>
          </>
        )}
      </Show>
    </section>
  )
}
