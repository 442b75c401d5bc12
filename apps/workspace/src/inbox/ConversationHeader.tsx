import Archive from 'lucide-solid/icons/archive'
import ArchiveRestore from 'lucide-solid/icons/archive-restore'
import CalendarOff from 'lucide-solid/icons/calendar-off'
import IdCard from 'lucide-solid/icons/id-card'
import MailDot from 'lucide-solid/icons/mail'
import Undo2 from 'lucide-solid/icons/undo-2'
import { Match, Show, Switch } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { IconButton } from '@comptoir/ui/IconButton'
import { PageHeader } from '@comptoir/ui/PageHeader'
import { Tag } from '@comptoir/ui/Tag'
import { useAwayWords } from '../app/away.ts'
import { useLanguage } from '../app/create-language.ts'
import { useKeysOf } from '../app/use-key-caps.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { AssigneeMenu } from './AssigneeMenu.tsx'
import { createMediaQuery } from './create-media-query.ts'
import { useConversation } from './conversation-context.ts'
import { useInbox } from './inbox-context.ts'
import { MoreActs } from './MoreActs.tsx'
import { RemindButton } from './reminders/RemindButton.tsx'
import { SourcePage } from './SourcePage.tsx'
import { WaitedFor } from './WaitedFor.tsx'
import { WhoIsHere } from './WhoIsHere.tsx'
import './ConversationHeader.css'

/** What the conversation is about, who else is in it, and what can be done with it. */
export function ConversationHeader(props: { onCard: () => void }) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const inbox = useInbox()
  const here = useConversation()
  const confidedTo = (userId: string) =>
    userId === workspace.me().userId
      ? t('inbox.confided_to_me')
      : t('inbox.confided', { name: workspace.memberName(userId) })
  const awayWords = useAwayWords()
  const keysOf = useKeysOf()
  const isNarrow = createMediaQuery('(max-width: 767.98px)')
  const conversation = () => here.opened().conversation
  const away = () => awayWords(conversation().assigneeId ?? '')
  return (
    <div class="conversation-header">
      <PageHeader
        title={conversation().subject || t('inbox.list.no_subject')}
        subtitle={
          <>
            <Show when={conversation().state !== 'open'}>
              <Tag>{t(`inbox.conversation.${conversation().state as 'archived'}_state`)}</Tag>{' '}
            </Show>
            {conversation().clientName}
            <Show when={conversation().state === 'open' && conversation().waitingSince}>
              {(since) => (
                <>
                  {' '}
                  · <WaitedFor since={since()} />
                </>
              )}
            </Show>{' '}
            · {t(`inbox.via.${conversation().source}`)}
            <Show when={conversation().sourceUrl}>
              {(url) => (
                <>
                  {' '}
                  · <SourcePage url={url()} />
                </>
              )}
            </Show>
            <Show when={conversation().assigneeId}>{(id) => <> · {confidedTo(id())}</>}</Show>
          </>
        }
        back={{
          label: t('inbox.back'),
          href: inbox.hrefOfList(),
          onClick(event) {
            event.preventDefault()
            inbox.close()
          },
        }}
        actions={
          <>
            <WhoIsHere />
            <Show when={!isNarrow()}>
              <WideActs />
            </Show>
            <Show when={conversation().state !== 'deleted'}>
              <RemindButton />
            </Show>
            <Switch>
              <Match when={conversation().state === 'open'}>
                <IconButton
                  label={t('inbox.acts.archive')}
                  shortcut={keysOf('archive')}
                  onClick={() => inbox.acts.archive(here.id)}
                >
                  <Archive />
                </IconButton>
              </Match>
              <Match when={conversation().state === 'archived'}>
                <IconButton
                  label={t('inbox.acts.reopen')}
                  shortcut={keysOf('reopen')}
                  onClick={() => inbox.acts.reopen(here.id)}
                >
                  <ArchiveRestore />
                </IconButton>
              </Match>
              <Match when={conversation().state === 'deleted' && workspace.isTeam()}>
                <Button size="sm" icon={<Undo2 aria-hidden="true" />} onClick={() => inbox.acts.restore(here.id)}>
                  {t('inbox.acts.restore')}
                </Button>
              </Match>
            </Switch>
            <IconButton
              class="conversation-card-button"
              label={t('inbox.conversation.card')}
              onClick={() => props.onCard()}
            >
              <IdCard />
            </IconButton>
            <MoreActs room={isNarrow() ? 'phone' : 'desk'} />
          </>
        }
      />
      <Show when={away()}>
        {(words) => (
          <p class="conversation-away">
            <CalendarOff aria-hidden="true" />
            {t('absence.beside', { name: workspace.memberName(conversation().assigneeId), absence: words() })}
          </p>
        )}
      </Show>
    </div>
  )
}

function WideActs() {
  const { t } = useLanguage()
  const keysOf = useKeysOf()
  const workspace = useWorkspace()
  const inbox = useInbox()
  const here = useConversation()
  return (
    <>
      <Show when={workspace.isTeam()}>
        <AssigneeMenu />
      </Show>
      <IconButton
        label={t('inbox.acts.mark_unread')}
        shortcut={keysOf('mark-unread')}
        onClick={() => inbox.acts.markUnread(here.id)}
      >
        <MailDot />
      </IconButton>
    </>
  )
}
