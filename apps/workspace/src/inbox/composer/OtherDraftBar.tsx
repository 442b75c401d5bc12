import { Show } from 'solid-js'
import { Banner } from '@comptoir/ui/Banner'
import { Button } from '@comptoir/ui/Button'
import { useLanguage } from '../../app/create-language.ts'
import './ConflictBar.css'

/** The same person wrote on two screens: neither text is lost before they choose. */
export function OtherDraftBar(props: { draft: { other: () => unknown; takeOther: () => void; keepMine: () => void } }) {
  const { t } = useLanguage()
  return (
    <Show when={props.draft.other()}>
      <div class="composer-bar">
        <Banner
          tone="warning"
          action={
            <>
              <Button size="sm" onClick={() => props.draft.takeOther()}>
                {t('inbox.composer.draft.take_other')}
              </Button>
              <Button size="sm" onClick={() => props.draft.keepMine()}>
                {t('inbox.composer.draft.keep_mine')}
              </Button>
            </>
          }
        >
          {t('inbox.composer.draft.elsewhere')}
        </Banner>
      </div>
    </Show>
  )
}
