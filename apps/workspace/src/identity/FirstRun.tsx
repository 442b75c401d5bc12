import { Show } from 'solid-js'
import type { Installation } from '@comptoir/contract/identity'
import { useLanguage } from '../app/create-language.ts'
import { usePageTitle } from '../app/page-title.ts'
import { ExampleCard } from '../demo/ExampleCard.tsx'
import { CreateBusiness } from './CreateBusiness.tsx'
import { Doorstep } from './Doorstep.tsx'

/** Nobody is here yet: make one's own business, or look around in the example. */
export default function FirstRun(props: { installation: Installation }) {
  const { t } = useLanguage()
  const example = () => props.installation.example !== 'refused'
  usePageTitle(() => t('identity.welcome'))
  return (
    <Doorstep title={t('identity.welcome')} text={t('identity.welcome_text')} wide={example()}>
      <Show when={example()} fallback={<CreateBusiness codeNeeded={props.installation.codeNeeded} />}>
        <div class="doorstep-columns">
          <CreateBusiness codeNeeded={props.installation.codeNeeded} />
          <ExampleCard installation={props.installation} />
        </div>
      </Show>
    </Doorstep>
  )
}
