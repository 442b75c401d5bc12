import MapPinOff from 'lucide-solid/icons/map-pin-off'
import { Show, useContext } from 'solid-js'
import { EmptyState } from '@comptoir/ui/EmptyState'
import { LinkButton } from '@comptoir/ui/LinkButton'
import { PageHeader } from '@comptoir/ui/PageHeader'
import { useLanguage } from './create-language.ts'
import { usePageTitle } from './page-title.ts'
import { WorkspaceContext } from './workspace-context.ts'

/** An address that leads nowhere, inside a business or outside of any. */
export default function Missing() {
  const { t } = useLanguage()
  const inside = useContext(WorkspaceContext)
  usePageTitle(() => t('shell.missing'))
  const page = () => (
    <>
      <PageHeader title={t('shell.missing')} />
      <EmptyState
        icon={<MapPinOff />}
        title={t('shell.missing_title')}
        text={t('shell.missing_text')}
        action={<LinkButton href="/">{t('shell.missing_back')}</LinkButton>}
      />
    </>
  )
  return (
    <Show when={inside} fallback={<main>{page()}</main>}>
      {page()}
    </Show>
  )
}
