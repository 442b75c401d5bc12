import Archive from 'lucide-solid/icons/archive'
import Bell from 'lucide-solid/icons/bell'
import Plus from 'lucide-solid/icons/plus'
import Send from 'lucide-solid/icons/send-horizontal'
import Star from 'lucide-solid/icons/star'
import UserPlus from 'lucide-solid/icons/user-plus'
import { createSignal } from 'solid-js'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import { LinkButton } from './LinkButton.tsx'

export const title = 'Boutons'

export const states = {
  Tons: () => (
    <>
      <Button tone="primary" icon={<Plus />}>
        Nouveau
      </Button>
      <Button>Facturer</Button>
      <Button tone="ghost">Annuler</Button>
      <Button tone="danger">Supprimer Mathieu Moreau</Button>
      <LinkButton href="#boutons">Ouvrir la fiche</LinkButton>
    </>
  ),
  Petits: () => (
    <>
      <Button size="sm" tone="primary" icon={<Send />}>
        Envoyer
      </Button>
      <Button size="sm">Partager</Button>
      <Button size="sm" tone="ghost">
        Plus tard
      </Button>
      <Button size="sm" tone="danger">
        Retirer
      </Button>
    </>
  ),
  'Occupé et indisponible': () => {
    const [busy, setBusy] = createSignal(true)
    return (
      <>
        <Button tone="primary" busy={busy()}>
          Envoi à Océane Collin…
        </Button>
        <Button busy>Test de la connexion…</Button>
        <Button tone="primary" disabled>
          Envoyer
        </Button>
        <Button disabled>Facturer</Button>
        <Button size="sm" tone="ghost" onClick={() => setBusy(!busy())}>
          Basculer
        </Button>
      </>
    )
  },
  Icônes: () => {
    const [followed, setFollowed] = createSignal(true)
    return (
      <>
        <IconButton label="Rappel" shortcut="H">
          <Bell />
        </IconButton>
        <IconButton label="Déléguer">
          <UserPlus />
        </IconButton>
        <IconButton label="Archiver" shortcut="E" tone="secondary">
          <Archive />
        </IconButton>
        <IconButton label="Nouveau" tone="primary">
          <Plus />
        </IconButton>
        <IconButton label="Suivre" aria-pressed={followed()} onClick={() => setFollowed(!followed())}>
          <Star />
        </IconButton>
        <IconButton label="Archiver" size="sm" disabled>
          <Archive />
        </IconButton>
      </>
    )
  },
}
