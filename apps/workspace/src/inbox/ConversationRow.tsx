import { A } from '@solidjs/router'
import Bell from 'lucide-solid/icons/bell'
import BellRing from 'lucide-solid/icons/bell-ring'
import CircleAlert from 'lucide-solid/icons/circle-alert'
import Reply from 'lucide-solid/icons/reply'
import StickyNote from 'lucide-solid/icons/sticky-note'
import { Match, Show, Switch } from 'solid-js'
import type { ConversationRow as Row } from '@comptoir/contract/inbox'
import { Avatar } from '@comptoir/ui/Avatar'
import { Badge } from '@comptoir/ui/Badge'
import { useLanguage } from '../app/create-language.ts'
import { StaffAvatar } from '../app/StaffAvatar.tsx'
import { useWorkspace } from '../app/workspace-context.ts'
import { ChannelIcon } from './ChannelIcon.tsx'
import { useInbox } from './inbox-context.ts'
import { useNow } from './use-now.ts'
import { overList } from './touch/list-behind.ts'
import { WaitedFor } from './WaitedFor.tsx'
import { othersIn } from './others-in.ts'
import './ConversationRow.css'

/** A conversation in the list. */
export function ConversationRow(props: { row: Row; unread: number; tabindex: number; onFocus: () => void }) {
  const { t, format } = useLanguage()
  const workspace = useWorkspace()
  const inbox = useInbox()
  const now = useNow()
  const writer = () => othersIn(workspace, props.row.id).find((one) => one.doing !== 'reading')
  return (
    <A
      id={`row-${props.row.id}`}
      class="conversation-row"
      data-conversation-row
      href={inbox.hrefOf(props.row.id)}
      state={overList}
      data-unread={props.unread > 0 || undefined}
      tabindex={props.tabindex}
      onFocus={() => props.onFocus()}
    >
      <Avatar
        name={props.row.clientName}
        seed={props.row.clientId}
        badge={<ChannelIcon channel={props.row.source} />}
      />
      <span class="conversation-row-words">
        <span class="conversation-row-line">
          <span class="conversation-row-name truncate">{props.row.clientName}</span>
          <time class="conversation-row-time num" datetime={props.row.lastAt}>
            {format().when(props.row.lastAt, now())}
          </time>
        </span>
        <span class="conversation-row-line">
          <span class="conversation-row-subject truncate">{props.row.subject || t('inbox.list.no_subject')}</span>
          <Show when={props.row.failedAt}>
            <CircleAlert class="conversation-row-failed" role="img" aria-label={t('inbox.list.failed')} />
          </Show>
          <Show when={inbox.view() === 'to-answer'}>
            <WaitedFor since={props.row.waitingSince} />
          </Show>
          <FollowUp row={props.row} />
          <Badge count={props.unread} label={t('inbox.list.unread', { n: props.unread })} />
        </span>
        <span class="conversation-row-line">
          <Show when={writer()} fallback={<Preview row={props.row} />}>
            {(one) => (
              <span class="conversation-row-writer truncate">
                {t(`inbox.presence.${one().doing}`, { name: one().name })}
              </span>
            )}
          </Show>
          <Show when={workspace.isTeam() && props.row.assigneeId}>
            {(assigneeId) => (
              <StaffAvatar
                size="xs"
                userId={assigneeId()}
                label={
                  assigneeId() === workspace.me().userId
                    ? t('inbox.list.mine')
                    : t('inbox.list.assigned', { name: workspace.memberName(assigneeId()) })
                }
              />
            )}
          </Show>
        </span>
      </span>
    </A>
  )
}

/** When its next reminder is due; one that is due says so below. */
function FollowUp(props: { row: Row }) {
  const { t, format } = useLanguage()
  const now = useNow()
  return (
    <Show when={props.row.dueNote === null && props.row.followUpAt}>
      {(at) => (
        <span class="conversation-row-follow-up num">
          <Bell role="img" aria-label={t('inbox.reminder.mark')} />
          {format().when(at(), now())}
        </span>
      )}
    </Show>
  )
}

function Preview(props: { row: Row }) {
  return (
    <Show when={props.row.dueNote === null} fallback={<DueNote note={props.row.dueNote!} />}>
      <LastWords row={props.row} />
    </Show>
  )
}

function LastWords(props: { row: Row }) {
  const { t } = useLanguage()
  return (
    <span class="conversation-row-preview truncate" data-direction={props.row.lastDirection}>
      <Switch>
        <Match when={props.row.lastDirection === 'out'}>
          <Reply role="img" aria-label={t('inbox.list.out')} />
        </Match>
        <Match when={props.row.lastDirection === 'note'}>
          <StickyNote role="img" aria-label={t('inbox.list.note')} />
        </Match>
      </Switch>
      {props.row.lastPreview}
    </span>
  )
}

function DueNote(props: { note: string }) {
  const { t } = useLanguage()
  return (
    <span class="conversation-row-due truncate">
      <BellRing role="img" aria-label={t('inbox.reminder.due')} />
      {props.note || <span aria-hidden="true">{t('inbox.reminder.due')}</span>}
    </span>
  )
}
