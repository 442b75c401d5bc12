import Download from 'lucide-solid/icons/download'
import { For, Show } from 'solid-js'
import type { MessageItem } from '@comptoir/contract/timeline'
import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { LinkButton } from '@comptoir/ui/LinkButton'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { createFetched } from '../app/create-fetched.ts'
import { useLanguage } from '../app/create-language.ts'
import { Fetched } from '../app/Fetched.tsx'
import { useInbox } from './inbox-context.ts'
import './OriginalDialog.css'

/** A mail as it came: what its header says first, then its text as it travelled. */
export default function OriginalDialog(props: { message: MessageItem; onDone: () => void }) {
  const { t, format } = useLanguage()
  const { live } = useInbox()
  const original = createFetched(() => props.message.id, live.api.original)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onDone()}
      title={t('original.title')}
      closeLabel={t('common.close')}
      size="lg"
      foot={
        <>
          <LinkButton
            href={live.api.sourceAddress(props.message.id)}
            download=""
            icon={<Download aria-hidden="true" />}
          >
            {t('original.download')}
          </LinkButton>
          <Button onClick={() => props.onDone()}>{t('common.close')}</Button>
        </>
      }
    >
      <Fetched of={original} loading={<SkeletonLines lines={8} />}>
        {(mail) => (
          <div class="original">
            <dl>
              <For each={mail().headers}>
                {({ name, value }) => (
                  <>
                    <dt>{t(`original.${name}`)}</dt>
                    <dd>{value}</dd>
                  </>
                )}
              </For>
              <dt>{t('original.checked')}</dt>
              <dd>{t(`original.check_${props.message.senderCheck ?? 'nobody'}`)}</dd>
            </dl>
            <Show when={mail().shownBytes < mail().sizeBytes}>
              <p class="original-cut">
                {t('original.cut', {
                  shown: format().bytes(mail().shownBytes),
                  size: format().bytes(mail().sizeBytes),
                })}
              </p>
            </Show>
            <pre tabindex="0" aria-label={t('original.text')} role="region">
              {mail().text}
            </pre>
          </div>
        )}
      </Fetched>
    </Dialog>
  )
}
