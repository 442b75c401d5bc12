import { For, Show } from 'solid-js'
import type { Bin } from '@comptoir/contract/messaging'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { hrefOfBin, wordsOf } from './bins.ts'
import './BinTabs.css'

const bins = ['to-sort', 'spam'] as const

/** From one bin to the other. */
export function BinTabs(props: { bin: Bin }) {
  const { t, format } = useLanguage()
  const workspace = useWorkspace()
  const count = (bin: Bin) => (bin === 'spam' ? workspace.counts.spam : workspace.counts.toSort)
  return (
    <nav class="bin-tabs" aria-label={t('messaging.bins')}>
      <For each={bins}>
        {(bin) => (
          <a
            class="bin-tab"
            href={hrefOfBin(workspace.slug, bin)}
            aria-current={bin === props.bin ? 'page' : undefined}
          >
            {t(wordsOf[bin].title)}
            <Show when={count(bin) > 0}>
              <span class="bin-tab-count num">{format().number(count(bin))}</span>
            </Show>
          </a>
        )}
      </For>
    </nav>
  )
}
