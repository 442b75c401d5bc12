import Eye from 'lucide-solid/icons/eye'
import { Button } from '@comptoir/ui/Button'
import { useLanguage } from './create-language.ts'
import { useViewAs } from './view-as.ts'
import './ViewingBanner.css'

/** As long as one looks with another's eyes: whose, that nothing can be done, and the way back. */
export default function ViewingBanner(props: { name: string }) {
  const { t } = useLanguage()
  const viewAs = useViewAs()
  return (
    <div class="viewing-banner" role="status">
      <Eye aria-hidden="true" />
      <p class="viewing-banner-words">
        {t('viewing.as', { name: props.name })} <span class="viewing-banner-only">{t('viewing.only')}</span>
      </p>
      <Button size="sm" busy={viewAs.isEnding()} onClick={() => void viewAs.end()}>
        {t('viewing.leave')}
      </Button>
    </div>
  )
}
