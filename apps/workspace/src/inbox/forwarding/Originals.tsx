import { For, Show } from 'solid-js'
import type { ForwardBegun } from '@comptoir/contract/forwarding'
import { useLanguage } from '../../app/create-language.ts'
import './Originals.css'

const mostShown = 4

/** What is passed on below one's own words, in short; the files in it stand above. */
export function Originals(props: { originals: ForwardBegun['originals'] }) {
  const { t, format } = useLanguage()
  const shown = () => props.originals.slice(-mostShown)
  const others = () => props.originals.length - shown().length
  return (
    <Show when={props.originals.length > 0}>
      <section class="originals" aria-label={t('forwarding.originals', { n: props.originals.length })}>
        <h3>{t('forwarding.originals', { n: props.originals.length })}</h3>
        <Show when={others() > 0}>
          <p>{t('forwarding.before', { n: others() })}</p>
        </Show>
        <ul>
          <For each={shown()}>
            {(original) => (
              <li>
                <span class="originals-who">
                  {original.authorName} · <time datetime={original.at}>{format().full(original.at)}</time>
                </span>
                <span class="originals-text">{original.text}</span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
