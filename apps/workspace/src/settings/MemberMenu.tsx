import CalendarOff from 'lucide-solid/icons/calendar-off'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Eye from 'lucide-solid/icons/eye'
import UserCheck from 'lucide-solid/icons/user-check'
import UserX from 'lucide-solid/icons/user-x'
import type { MemberView } from '@comptoir/contract/identity'
import { IconButton } from '@comptoir/ui/IconButton'
import { Menu } from '@comptoir/ui/Menu'
import { useLanguage } from '../app/create-language.ts'

export function MemberMenu(props: {
  member: MemberView
  enable: () => void
  disable: () => void
  absence: () => void
  /** Absent where one may not look as them. */
  view: (() => void) | undefined
}) {
  const { t } = useLanguage()
  const entry = () =>
    props.member.state === 'active'
      ? {
          label: t('settings.disable'),
          detail: t('settings.disable_hint'),
          icon: <UserX />,
          tone: 'danger' as const,
          onSelect: props.disable,
        }
      : { label: t('settings.enable'), icon: <UserCheck />, onSelect: props.enable }
  return (
    <Menu
      entries={[
        ...(props.view
          ? [
              {
                label: t('viewing.begin', { name: props.member.name }),
                detail: t('viewing.hint'),
                icon: <Eye />,
                onSelect: props.view,
              },
            ]
          : []),
        { label: t('absence.set'), icon: <CalendarOff />, onSelect: () => props.absence() },
        'separator',
        entry(),
      ]}
      trigger={(bind) => (
        <IconButton {...bind} label={t('settings.acts_on', { name: props.member.name })}>
          <Ellipsis />
        </IconButton>
      )}
    />
  )
}
