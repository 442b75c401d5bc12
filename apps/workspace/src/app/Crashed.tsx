import { onMount } from 'solid-js'
import { ErrorState } from '@comptoir/ui/ErrorState'
import { useLanguage } from './create-language.ts'

/** A mistake of ours: what was being shown cannot go on, the rest is safe on the server. */
export function Crashed(props: { error: unknown }) {
  const { t } = useLanguage()
  onMount(() => console.error(props.error))
  return (
    <main>
      <ErrorState
        title={t('common.crashed')}
        text={t('common.crashed_text')}
        retry={{ label: t('common.reload'), onClick: () => location.reload() }}
      />
    </main>
  )
}
