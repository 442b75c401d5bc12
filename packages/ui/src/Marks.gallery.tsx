import Mail from 'lucide-solid/icons/mail'
import Plus from 'lucide-solid/icons/plus'
import Smartphone from 'lucide-solid/icons/smartphone'
import { For } from 'solid-js'
import { Avatar } from './Avatar.tsx'
import { Badge } from './Badge.tsx'
import { Chip } from './Chip.tsx'
import { ChipBar } from './ChipBar.tsx'
import { ConnectionBadge } from './ConnectionBadge.tsx'
import { Kbd } from './Kbd.tsx'
import { Logo } from './Logo.tsx'
import { Spinner } from './Spinner.tsx'
import { Tag } from './Tag.tsx'
import { UnreadDot } from './UnreadDot.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export const title = 'Repères'

const CLIENTS = [
  'Bart Leroy',
  'Océane Collin',
  'Nadia Jacquemin',
  'Céline Verschueren',
  'Bruno Thiry',
  'Gaëlle Peeters',
  'Mathieu Moreau',
  'Élodie Lefèvre',
]

export const states = {
  'Avatars, six tons': () => <For each={CLIENTS}>{(name) => <Avatar name={name} />}</For>,
  'Avatars, tailles et canal': () => (
    <>
      <Avatar name="Joëlle Lambert" size="xs" />
      <Avatar name="Joëlle Lambert" size="sm" presence="here" label="Joëlle Lambert, en ligne" />
      <Avatar name="Wouter Claes" size="sm" presence="away" />
      <Avatar name="Nadia Jacquemin" badge={<Smartphone />} />
      <Avatar name="Boulangerie Thiry" size="lg" badge={<Mail />} />
    </>
  ),
  'Mots-clés': () => (
    <>
      <Tag>Newsletter</Tag>
      <Tag tone="warm">À rappeler</Tag>
      <Tag tone="accent">Nouveau</Tag>
      <Tag tone="info">Devis en cours</Tag>
      <Tag tone="plum">VIP</Tag>
      <Tag tone="moss">Fidèle</Tag>
      <Tag tone="danger">En retard</Tag>
      <Tag remove={{ label: 'Retirer le mot-clé Barbe', onClick: () => undefined }}>Barbe</Tag>
      <Chip look="dashed" icon={<Plus />}>
        Ajouter
      </Chip>
    </>
  ),
  Compteurs: () => (
    <>
      <Badge count={2} label="2 messages non lus" />
      <Badge count={24} tone="neutral" />
      <Badge count={382} />
      <UnreadDot count={1} label="Non lu" />
      <span>
        <Kbd>Ctrl K</Kbd>
        <VisuallyHidden> ouvre la palette</VisuallyHidden>
      </span>
      <Spinner label="Chargement" />
      <Spinner size="lg" />
    </>
  ),
  'Vues d’une liste': () => (
    <div class="gallery-column">
      <ChipBar label="Vues">
        <Chip pressed>Tous</Chip>
        <Chip pressed={false} count="382">
          Non lus
        </Chip>
        <Chip pressed={false} count="630">
          À suivre
        </Chip>
        <Chip pressed={false}>Envoyés</Chip>
        <Chip pressed={false}>Archivés</Chip>
        <Chip pressed={false}>Supprimés</Chip>
      </ChipBar>
    </div>
  ),
  Connexion: () => (
    <>
      <Logo label="Comptoir" />
      <Logo size="lg" />
      <ConnectionBadge state="live" label="En ligne" />
      <ConnectionBadge state="reconnecting" label="Reconnexion…" />
      <ConnectionBadge state="offline" label="Hors ligne" />
    </>
  ),
}
