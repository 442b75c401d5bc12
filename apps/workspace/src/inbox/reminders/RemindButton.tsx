import Bell from 'lucide-solid/icons/bell'
import BellPlus from 'lucide-solid/icons/bell-plus'
import BellRing from 'lucide-solid/icons/bell-ring'
import { Match, Suspense, Switch } from 'solid-js'
import { IconButton } from '@comptoir/ui/IconButton'
import { Popover } from '@comptoir/ui/Popover'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { useLanguage } from '../../app/create-language.ts'
import { lazyWithWords } from '../../app/lazy-with-words.ts'
import { useKeysOf } from '../../app/use-key-caps.ts'
import { useConversation } from '../conversation-context.ts'
import './RemindButton.css'

const RemindPanel = lazyWithWords(() => import('./RemindPanel.tsx'))

/** Sets a reminder on the conversation that is open, and shows those it has. */
export function RemindButton() {
  const keysOf = useKeysOf()
  const { t, format } = useLanguage()
  const here = useConversation()
  const conversation = () => here.opened().conversation
  const label = () => {
    const at = conversation().followUpAt
    return at ? t('inbox.reminder.at', { at: format().moment(at) }) : t('inbox.reminder.set')
  }
  return (
    <Popover
      label={t('inbox.reminder.set')}
      place="bottom-end"
      trigger={(bind) => (
        <IconButton {...bind} data-opens="remind" label={label()} shortcut={keysOf('remind')}>
          <Switch fallback={<BellPlus />}>
            <Match when={conversation().dueNote !== null}>
              <BellRing class="remind-button-due" />
            </Match>
            <Match when={conversation().followUpAt}>
              <Bell class="remind-button-set" />
            </Match>
          </Switch>
        </IconButton>
      )}
    >
      {(close) => (
        <Suspense fallback={<SkeletonLines lines={6} />}>
          <RemindPanel close={close} />
        </Suspense>
      )}
    </Popover>
  )
}
