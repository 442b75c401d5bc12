import CalendarDays from 'lucide-solid/icons/calendar-days'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Inbox from 'lucide-solid/icons/inbox'
import Plus from 'lucide-solid/icons/plus'
import Settings from 'lucide-solid/icons/settings'
import Users from 'lucide-solid/icons/users'
import { Avatar } from './Avatar.tsx'
import { BottomBar } from './BottomBar.tsx'
import { Button } from './Button.tsx'
import { Card } from './Card.tsx'
import { ConnectionBadge } from './ConnectionBadge.tsx'
import { Logo } from './Logo.tsx'
import { NavButton } from './NavButton.tsx'
import { NavItem } from './NavItem.tsx'
import { PageHeader } from './PageHeader.tsx'
import { SearchButton } from './SearchButton.tsx'
import { SideNav } from './SideNav.tsx'
import { SideNavIdentity } from './SideNavIdentity.tsx'

export const title = 'Cadre'

export const states = {
  'Navigation de côté': () => (
    <SideNav
      label="Navigation principale"
      head={
        <>
          <SideNavIdentity mark={<Logo />} name="Maison Lambert" detail="Charleville-Mézières" />
          <SearchButton label="Rechercher" shortcut="Ctrl K" />
        </>
      }
      foot={
        <SideNavIdentity
          mark={<Avatar name="Joëlle Lambert" size="sm" />}
          name="Joëlle L."
          detail={<ConnectionBadge state="live" label="En ligne" />}
        />
      }
    >
      <NavItem href="#cadre" icon={<Inbox />} label="Messagerie" current count={24} countLabel="24 non lus" />
      <NavItem href="#cadre" icon={<CalendarDays />} label="Agenda" />
      <NavItem href="#cadre" icon={<Users />} label="Clients" count={3} countLabel="3 à trier" />
      <NavItem href="#cadre" icon={<Settings />} label="Réglages" place="end" />
    </SideNav>
  ),
  'Barre du téléphone': () => (
    <div class="gallery-wide">
      <BottomBar label="Navigation du téléphone">
        <NavItem href="#cadre" icon={<Inbox />} label="Messagerie" current count={24} countLabel="24 non lus" />
        <NavItem href="#cadre" icon={<CalendarDays />} label="Agenda" />
        <NavItem href="#cadre" icon={<Users />} label="Clients" />
        <NavItem href="#cadre" icon={<Settings />} label="Réglages" />
        <NavButton icon={<Ellipsis />} label="Plus" />
      </BottomBar>
    </div>
  ),
  'Haut de page': () => (
    <div class="gallery-wide">
      <PageHeader
        title="Clients"
        subtitle="2 000 clients"
        back={{ label: 'Retour aux conversations', href: '#cadre' }}
        actions={
          <Button tone="primary" icon={<Plus />}>
            Nouveau
          </Button>
        }
      />
    </div>
  ),
  Carte: () => (
    <div class="gallery-column">
      <Card title="Prochain rendez-vous">Coupe homme + shampoing, jeu. 19 nov., 13:00</Card>
    </div>
  ),
}
