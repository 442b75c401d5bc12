import { createSignal, Match, Switch } from 'solid-js'
import type { Installation } from '@comptoir/contract/identity'
import { Button } from '@comptoir/ui/Button'
import { Card } from '@comptoir/ui/Card'
import { Progress } from '@comptoir/ui/Progress'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createPress } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { ExampleMembers } from './ExampleMembers.tsx'
import './example.css'

/** The example business: made in a moment, then entered as anybody who works there. */
export function ExampleCard(props: { installation: Installation }) {
  const { t } = useLanguage()
  const [made, setMade] = createSignal<Pick<Installation, 'example' | 'exampleMembers'>>()
  const example = () => made() ?? props.installation
  const make = createPress(async () => setMade(await ask(api.api.example.$post())))
  const reset = createPress(async () => setMade(await ask(api.api.example.reset.$post())))
  const busy = () => make.busy() || reset.busy()
  return (
    <Card title={t('demo.title')}>
      <div class="example-card">
        <p class="example-text">{t('demo.text')}</p>
        <Switch>
          <Match when={busy()}>
            <div class="example-progress" role="status">
              <Progress value={undefined} label={t('demo.making')} />
              <p class="example-hint">{t('demo.making')}</p>
            </div>
          </Match>
          <Match when={example().example === 'made'}>
            <ExampleMembers members={example().exampleMembers} />
            <div class="example-foot">
              <Button tone="ghost" size="sm" onClick={() => void reset.run()}>
                {t('demo.reset')}
              </Button>
            </div>
          </Match>
          <Match when={example().example === 'available'}>
            <div class="example-foot">
              <Button onClick={() => void make.run()}>{t('demo.make')}</Button>
              <p class="example-hint">{t('demo.make_hint')}</p>
            </div>
          </Match>
        </Switch>
      </div>
    </Card>
  )
}
