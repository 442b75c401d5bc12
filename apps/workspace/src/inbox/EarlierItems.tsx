import { Match, Switch } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { Spinner } from '@comptoir/ui/Spinner'
import { useLanguage } from '../app/create-language.ts'
import { useConversation } from './conversation-context.ts'
import { useInbox } from './inbox-context.ts'
import './EarlierItems.css'

/** The top of a timeline: more is coming, more can be asked, or here it began. */
export function EarlierItems() {
  const { t } = useLanguage()
  const { live } = useInbox()
  const here = useConversation()
  const state = () => live.earlier.state(here.id)
  const ask = () => void live.earlier.ask(here.id)
  return (
    <div class="earlier-items">
      <Switch>
        <Match when={here.opened().before && state() === 'asking'}>
          <Spinner label={t('inbox.conversation.earlier_loading')} />
        </Match>
        <Match when={here.opened().before && state() === 'failed'}>
          <span role="alert">{t('inbox.conversation.earlier_failed')}</span>
          <Button size="sm" onClick={ask}>
            {t('common.retry')}
          </Button>
        </Match>
        <Match when={here.opened().before}>
          <Button size="sm" tone="ghost" onClick={ask}>
            {t('inbox.conversation.earlier')}
          </Button>
        </Match>
      </Switch>
    </div>
  )
}
