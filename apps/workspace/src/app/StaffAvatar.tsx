import { Avatar } from '@comptoir/ui/Avatar'
import { useAwayWords } from './away.ts'
import { useLanguage } from './create-language.ts'
import { useWorkspace } from './workspace-context.ts'

/** Somebody of the staff, marked while they are away, with until when and who stands in for whoever points or listens. */
export function StaffAvatar(props: { userId: string; size: 'xs' | 'sm'; label?: string }) {
  const { t } = useLanguage()
  const { memberName } = useWorkspace()
  const awayWords = useAwayWords()
  const name = () => memberName(props.userId)
  const away = () => awayWords(props.userId)
  const label = () => (away() ? t('absence.beside', { name: props.label ?? name(), absence: away() }) : props.label)
  return (
    <Avatar
      name={name()}
      seed={props.userId}
      size={props.size}
      label={label()}
      presence={away() ? 'absent' : undefined}
      tooltip={away() ? label() : undefined}
    />
  )
}
