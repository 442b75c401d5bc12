import { Show } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { useLanguage } from '../app/create-language.ts'

/** Asks for what is further down a list. */
export function MorePages(props: { pages: { hasMore: () => boolean; more: () => void; asking: () => boolean } }) {
  const { t } = useLanguage()
  return (
    <Show when={props.pages.hasMore()}>
      <div class="post-more">
        <Button size="sm" busy={props.pages.asking()} onClick={() => props.pages.more()}>
          {t('messaging.more')}
        </Button>
      </div>
    </Show>
  )
}
