import MapPinOff from 'lucide-solid/icons/map-pin-off'
import { EmptyState } from '@comptoir/ui/EmptyState'
import { LinkButton } from '@comptoir/ui/LinkButton'
import { useLanguage } from './create-language.ts'
import { usePageTitle } from './page-title.ts'

/** An address that leads nowhere. */
export default function Missing() {
  const { t } = useLanguage()
  usePageTitle(() => t('shell.missing'))
  return (
    <EmptyState
      icon={<MapPinOff />}
      title={t('shell.missing')}
      text={t('shell.missing_text')}
      action={<LinkButton href="/">{t('shell.missing_back')}</LinkButton>}
    />
  )
}
