import { useLanguage } from '../app/create-language.ts'
import { usePageTitle } from '../app/page-title.ts'

export default function InboxPage() {
  const { t } = useLanguage()
  usePageTitle(() => t('shell.inbox'))
  return null
}
