import { Match, Switch } from 'solid-js'
import { Switch as OnOff } from '@comptoir/ui/Switch'
import { createPress } from '../app/create-act.ts'
import { createFetched } from '../app/create-fetched.ts'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { beginPushHere, endPushHere, readPushHere } from './push-here.ts'

/** Whether this browser tells one while no page is open. */
export function PushHere() {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  const here = createFetched(() => slug, readPushHere)
  const turn = createPress(async (isOn: boolean) => {
    // A push service may be out of reach, or refused by the browser itself.
    const now = await (isOn ? beginPushHere(slug) : endPushHere(slug)).catch((error: unknown) => {
      if (error instanceof DOMException) return 'off' as const
      throw error
    })
    here.change(() => now)
  })
  return (
    <Switch>
      <Match when={here.value() === 'unsupported'}>
        <p class="notice-hint">{t('notice_settings.push_unsupported')}</p>
      </Match>
      <Match when={here.value() === 'denied'}>
        <p class="notice-hint">{t('notice_settings.push_denied')}</p>
      </Match>
      <Match when={here.value()}>
        {(state) => (
          <OnOff
            label={t('notice_settings.push_here')}
            hint={t('notice_settings.push_hint')}
            checked={state() === 'on'}
            disabled={turn.busy()}
            onChange={(isOn) => void turn.run(isOn)}
          />
        )}
      </Match>
    </Switch>
  )
}
