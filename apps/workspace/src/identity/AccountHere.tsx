import { PageHeader } from '@comptoir/ui/PageHeader'
import { useLanguage } from '../app/create-language.ts'
import { usePageTitle } from '../app/page-title.ts'
import { SignedIn } from '../app/SignedIn.tsx'
import { NoticeSettingsCard } from '../notices/NoticeSettingsCard.tsx'
import { OwnAbsence } from '../settings/OwnAbsence.tsx'
import { OwnSignature } from '../signatures/OwnSignature.tsx'
import { AccountCards } from './AccountCards.tsx'
import '../app/Page.css'

/** One's own account, in the frame of the business one works in. */
export default function AccountHere() {
  const { t } = useLanguage()
  usePageTitle(() => t('shell.account'))
  return (
    <>
      <PageHeader title={t('shell.account')} />
      <div class="page-body">
        <SignedIn>
          {(me) => (
            <>
              <NoticeSettingsCard />
              <AccountCards me={me()} />
            </>
          )}
        </SignedIn>
        <OwnSignature />
        <OwnAbsence />
      </div>
    </>
  )
}
