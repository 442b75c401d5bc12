import Archive from 'lucide-solid/icons/archive'
import CircleCheck from 'lucide-solid/icons/circle-check'
import MailPlus from 'lucide-solid/icons/mail-plus'
import { Match, Switch } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { View } from '@comptoir/contract/inbox'
import { Button } from '@comptoir/ui/Button'
import { EmptyState } from '@comptoir/ui/EmptyState'
import { LinkButton } from '@comptoir/ui/LinkButton'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useInbox } from './inbox-context.ts'

/** A view with nothing in it: what it is for, and the next step. */
export function EmptyView(props: { view: View }) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const inbox = useInbox()
  return (
    <EmptyState
      icon={<Dynamic component={props.view === 'archived' ? Archive : CircleCheck} />}
      title={t(`inbox.empty.${props.view}.title`)}
      text={t(`inbox.empty.${props.view}.text`)}
      action={
        <Switch fallback={<LinkButton href={inbox.hrefOfView('open')}>{t('inbox.empty.see_open')}</LinkButton>}>
          <Match when={props.view === 'open' && !workspace.isTeam()}>{null}</Match>
          <Match when={props.view === 'open'}>
            <Button icon={<MailPlus aria-hidden="true" />} onClick={() => inbox.startConversation()}>
              {t('inbox.choose.start')}
            </Button>
          </Match>
          <Match when={props.view === 'mine' && workspace.isTeam()}>
            <LinkButton href={inbox.hrefOfView('unassigned')}>{t('inbox.empty.see_unassigned')}</LinkButton>
          </Match>
        </Switch>
      }
    />
  )
}
