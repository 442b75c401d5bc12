import Archive from 'lucide-solid/icons/archive'
import CircleCheck from 'lucide-solid/icons/circle-check'
import MailPlus from 'lucide-solid/icons/mail-plus'
import Trash2 from 'lucide-solid/icons/trash'
import { Match, Switch } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { isUnfiltered } from '@comptoir/contract/filters'
import type { BuiltInView, View } from '@comptoir/contract/views'
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
  const isNarrowed = () => !isUnfiltered(inbox.filter())
  const kind = () => props.view.split(':')[0] as BuiltInView | 'member' | 'source'
  return (
    <EmptyState
      icon={
        <Dynamic component={props.view === 'archived' ? Archive : props.view === 'deleted' ? Trash2 : CircleCheck} />
      }
      title={isNarrowed() ? t('filters.empty_title') : t(`views.empty.${kind()}.title`)}
      text={isNarrowed() ? t('filters.empty_text') : t(`views.empty.${kind()}.text`)}
      action={
        <Switch fallback={<LinkButton href={inbox.hrefOfView('open')}>{t('views.empty.see_open')}</LinkButton>}>
          <Match when={isNarrowed()}>
            <LinkButton href={inbox.hrefOfView(props.view)}>{t('filters.clear')}</LinkButton>
          </Match>
          <Match when={props.view === 'open' && !workspace.isTeam()}>{null}</Match>
          <Match when={props.view === 'open'}>
            <Button icon={<MailPlus aria-hidden="true" />} onClick={() => inbox.startConversation()}>
              {t('inbox.choose.start')}
            </Button>
          </Match>
          <Match when={props.view === 'mine' && workspace.isTeam()}>
            <LinkButton href={inbox.hrefOfView('unassigned')}>{t('views.empty.see_unassigned')}</LinkButton>
          </Match>
        </Switch>
      }
    />
  )
}
