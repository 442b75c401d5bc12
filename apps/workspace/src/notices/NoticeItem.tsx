import AlarmClock from 'lucide-solid/icons/alarm-clock'
import AtSign from 'lucide-solid/icons/at-sign'
import MailX from 'lucide-solid/icons/mail-x'
import Reply from 'lucide-solid/icons/reply'
import UserCheck from 'lucide-solid/icons/user-check'
import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { NoticeView } from '@comptoir/contract/notices'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { useNow } from '../inbox/use-now.ts'
import { createNoticeWords } from './notice-words.ts'

const icons = { mention: AtSign, assigned: UserCheck, answered: Reply, trouble: MailX, reminder: AlarmClock }

/** One thing somebody was told of; leads to where it happened. */
export function NoticeItem(props: { notice: NoticeView; onOpen: () => void }) {
  const { t, format } = useLanguage()
  const { slug } = useWorkspace()
  const now = useNow()
  const words = createNoticeWords()
  const about = () =>
    [props.notice.kind !== 'answered' && props.notice.clientName, props.notice.subject].filter(Boolean).join(' · ')
  return (
    <li>
      <A
        class="notice"
        href={words.href(slug, props.notice)}
        data-kind={props.notice.kind}
        data-seen={props.notice.seenAt ? '' : undefined}
        onClick={() => props.onOpen()}
      >
        <span class="notice-icon">
          <Dynamic component={icons[props.notice.kind]} aria-hidden="true" />
        </span>
        <span class="notice-words">
          <span class="notice-sentence">{words.sentence(props.notice)}</span>
          <Show when={about()}>
            <span class="notice-about truncate">{about()}</span>
          </Show>
          <Show when={props.notice.kind !== 'trouble' && props.notice.summary}>
            {(summary) => <span class="notice-summary">{summary()}</span>}
          </Show>
        </span>
        <time class="notice-time num" datetime={props.notice.at} title={format().full(props.notice.at)}>
          {format().when(props.notice.at, now())}
        </time>
        <Show when={!props.notice.seenAt}>
          <span class="notice-dot" role="img" aria-label={t('notices.not_seen')} />
        </Show>
      </A>
    </li>
  )
}
