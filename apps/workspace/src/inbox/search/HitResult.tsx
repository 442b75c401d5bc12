import Reply from 'lucide-solid/icons/reply'
import StickyNote from 'lucide-solid/icons/sticky-note'
import { Match, Show, Switch } from 'solid-js'
import type { SearchHit } from '@comptoir/contract/search'
import { Avatar } from '@comptoir/ui/Avatar'
import { Badge } from '@comptoir/ui/Badge'
import { Tag } from '@comptoir/ui/Tag'
import { useLanguage } from '../../app/create-language.ts'
import { ChannelIcon } from '../ChannelIcon.tsx'
import { useInbox } from '../inbox-context.ts'
import { useNow } from '../use-now.ts'
import { FoundText } from './FoundText.tsx'
import { resultsId } from './SearchField.tsx'

/** A conversation that answers, with what in it does: by whom, and when. */
export function HitResult(props: { hit: SearchHit; unread: number; at: number; sought: string[] }) {
  const { t, format } = useLanguage()
  const { search, selectedId } = useInbox()
  const now = useNow()
  const row = () => props.hit.conversation
  const found = () => props.hit.found
  return (
    <div
      class="conversation-row search-hit"
      role="option"
      id={`${resultsId}-${props.at}`}
      aria-selected={search.cursor.at() === props.at}
      data-opened={selectedId() === row().id ? '' : undefined}
      data-unread={props.unread > 0 || undefined}
      onClick={() => search.pick({ is: 'hit', hit: props.hit })}
    >
      <Avatar name={row().clientName} seed={row().clientId} badge={<ChannelIcon channel={row().source} />} />
      <span class="conversation-row-words">
        <span class="conversation-row-line">
          <span class="conversation-row-name truncate">
            <FoundText text={row().clientName} sought={props.sought} />
          </span>
          <time class="conversation-row-time num" datetime={found().at}>
            {format().when(found().at, now())}
          </time>
        </span>
        <span class="conversation-row-line">
          <span class="conversation-row-subject truncate">
            <FoundText text={row().subject || t('inbox.list.no_subject')} sought={props.sought} />
          </span>
          <Show when={row().state !== 'open'}>
            <Tag>{t(row().state === 'deleted' ? 'search.deleted' : 'inbox.conversation.archived_state')}</Tag>
          </Show>
          <Badge count={props.unread} label={t('inbox.list.unread', { n: props.unread })} />
        </span>
        <span class="search-excerpt" data-direction={found().direction}>
          <Switch>
            <Match when={found().direction === 'out'}>
              <Reply role="img" aria-label={t('inbox.list.out')} />
            </Match>
            <Match when={found().direction === 'note'}>
              <StickyNote role="img" aria-label={t('search.note')} />
            </Match>
          </Switch>
          <Show when={found().kind !== 'conversation' && found().authorName !== row().clientName}>
            <span class="search-author">
              <FoundText text={found().authorName} sought={props.sought} />
              {' · '}
            </span>
          </Show>
          <FoundText text={found().excerpt} sought={props.sought} />
        </span>
      </span>
    </div>
  )
}
