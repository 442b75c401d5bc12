import { Show } from 'solid-js'
import type { MemberView } from '@comptoir/contract/identity'
import { StaffAvatar } from '../app/StaffAvatar.tsx'
import { Tag } from '@comptoir/ui/Tag'
import { useAwayWords } from '../app/away.ts'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'

export function MemberName(props: { member: MemberView }) {
  const { t } = useLanguage()
  const { me } = useWorkspace()
  const away = useAwayWords()
  return (
    <span class="member-name" data-state={props.member.state}>
      <StaffAvatar userId={props.member.userId} size="sm" />
      <span class="member-words">
        <span class="member-line">
          <span class="truncate">{props.member.name}</span>
          <Show when={props.member.userId === me().userId}>
            <Tag>{t('settings.you')}</Tag>
          </Show>
          <Show when={props.member.state === 'disabled'}>
            <Tag tone="danger">{t('settings.state_disabled')}</Tag>
          </Show>
        </span>
        <span class="member-detail truncate">{props.member.email}</span>
        <Show when={away(props.member.userId)}>{(words) => <span class="member-away">{words()}</span>}</Show>
      </span>
    </span>
  )
}
