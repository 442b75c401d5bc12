import type { Bin } from '@comptoir/contract/messaging'
import { LinkTabs } from '@comptoir/ui/LinkTabs'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { hrefOfBin, wordsOf } from './bins.ts'

const bins = ['to-sort', 'spam'] as const

/** From one bin to the other. */
export function BinTabs(props: { bin: Bin }) {
  const { t, format } = useLanguage()
  const workspace = useWorkspace()
  const count = (bin: Bin) => (bin === 'spam' ? workspace.counts.spam : workspace.counts.toSort)
  const tabs = () =>
    bins.map((bin) => ({
      href: hrefOfBin(workspace.slug, bin),
      label: t(wordsOf[bin].title),
      isCurrent: bin === props.bin,
      count: count(bin) > 0 ? format().number(count(bin)) : undefined,
    }))
  return <LinkTabs label={t('messaging.bins')} tabs={tabs()} />
}
