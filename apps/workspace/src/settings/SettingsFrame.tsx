import { useLocation, type RouteSectionProps } from '@solidjs/router'
import { LinkTabs } from '@comptoir/ui/LinkTabs'
import { PageHeader } from '@comptoir/ui/PageHeader'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import '../app/Page.css'
import './SettingsFrame.css'

const parts = [
  { id: 'business', label: 'settings.business', who: 'team' },
  { id: 'members', label: 'settings.members', who: 'team' },
  { id: 'mailboxes', label: 'settings.mailboxes', who: 'admin' },
  { id: 'client-fields', label: 'client_fields.tab', who: 'admin' },
  { id: 'templates', label: 'templates.title', who: 'staff' },
  { id: 'form', label: 'forms.tab', who: 'admin' },
  { id: 'backup', label: 'backup.title', who: 'owner' },
] as const

/** The parts of the settings, each at its own address. */
export default function SettingsFrame(props: RouteSectionProps) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  const location = useLocation()
  const href = (part: (typeof parts)[number]) => `/w/${workspace.slug}/settings/${part.id}`
  const isCurrent = (part: (typeof parts)[number]) => location.pathname.startsWith(href(part))
  const isFor = {
    staff: () => true,
    team: workspace.isTeam,
    admin: workspace.isAdmin,
    owner: () => workspace.role() === 'owner',
  }
  const current = () => parts.find(isCurrent) ?? parts[0]
  const tabs = () =>
    parts
      .filter(({ who }) => isFor[who]())
      .map((part) => ({ href: href(part), label: t(part.label), isCurrent: isCurrent(part) }))
  return (
    <div class="settings">
      <PageHeader title={t('settings.title')} />
      <LinkTabs label={t('settings.title')} tabs={tabs()} />
      {/* A page one may only read has nothing else the keyboard could scroll it by. */}
      <div class="settings-page" role="group" aria-label={t(current().label)} tabindex="0">
        {props.children}
      </div>
    </div>
  )
}
