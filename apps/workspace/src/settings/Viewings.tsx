import { For, Show } from 'solid-js'
import { Card } from '@comptoir/ui/Card'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createFetched } from '../app/create-fetched.ts'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import './Viewings.css'

/** Who looked at the business as whom, and when: there for every administrator to read. */
export default function Viewings() {
  const { t, format } = useLanguage()
  const workspace = useWorkspace()
  const viewings = createFetched(
    () => workspace.slug,
    (slug) => ask(api.api.w[':slug'].members.viewings.$get({ param: { slug } })),
  )
  const shown = () => viewings.value() ?? []
  return (
    <Show when={shown().length > 0}>
      <Card title={t('viewing.log')}>
        <ul class="viewings">
          <For each={shown()}>
            {(one) => (
              <li>
                <span>
                  {t('viewing.line', {
                    viewer: workspace.memberName(one.viewerId),
                    name: workspace.memberName(one.memberId),
                  })}
                </span>
                <time class="num" datetime={one.beganAt}>
                  {format().full(one.beganAt)}
                </time>
              </li>
            )}
          </For>
        </ul>
      </Card>
    </Show>
  )
}
