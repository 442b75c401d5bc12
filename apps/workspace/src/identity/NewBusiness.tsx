import { Show } from 'solid-js'
import { Navigate } from '@solidjs/router'
import { askInstallation } from '../app/ask-installation.ts'
import { createFetched } from '../app/create-fetched.ts'
import { useLanguage } from '../app/create-language.ts'
import { Fetched } from '../app/Fetched.tsx'
import { usePageTitle } from '../app/page-title.ts'
import { CreateBusiness } from './CreateBusiness.tsx'
import { Doorstep } from './Doorstep.tsx'

/** Another business, where the installation is open to them. */
export default function NewBusiness() {
  const { t } = useLanguage()
  const installation = createFetched(() => 'installation', askInstallation)
  usePageTitle(() => t('identity.create_title'))
  return (
    <Doorstep title={t('identity.welcome')} text={t('identity.welcome_text')}>
      <Fetched of={installation} loading={null}>
        {(found) => (
          <Show when={found().signUp === 'open'} fallback={<Navigate href="/" />}>
            <CreateBusiness codeNeeded={found().codeNeeded} />
          </Show>
        )}
      </Fetched>
    </Doorstep>
  )
}
