import ListX from 'lucide-solid/icons/list-x'
import { EmptyState } from '@comptoir/ui/EmptyState'
import { LinkButton } from '@comptoir/ui/LinkButton'
import { useLanguage } from '../../app/create-language.ts'
import { useInbox } from '../inbox-context.ts'

/** A saved view that somebody removed, or that was never this person's. */
export default function GoneView() {
  const { t } = useLanguage()
  const inbox = useInbox()
  return (
    <EmptyState
      icon={<ListX />}
      title={t('filters.gone_title')}
      text={t('filters.gone_text')}
      action={<LinkButton href={inbox.hrefOfView('open')}>{t('views.empty.see_open')}</LinkButton>}
    />
  )
}
