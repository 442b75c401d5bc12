import Inbox from 'lucide-solid/icons/inbox'
import Plus from 'lucide-solid/icons/plus'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'
import { ErrorState } from './ErrorState.tsx'
import { SkeletonLines } from './SkeletonLines.tsx'
import { SkeletonRows } from './SkeletonRows.tsx'

export const title = 'États d’une page'

export const states = {
  Bandeaux: () => (
    <div class="gallery-column gallery-wide">
      <Banner tone="info">Bart Leroy a répondu pendant que vous écriviez.</Banner>
      <Banner tone="warning" action={<Button size="sm">Ouvrir le bac à sable</Button>}>
        Aucune boîte aux lettres n’est reliée : vos messages restent ici.
      </Banner>
      <Banner
        tone="danger"
        action={
          <>
            <Button size="sm">Renvoyer</Button>
            <Button size="sm" tone="ghost">
              Il est parti
            </Button>
          </>
        }
      >
        Nous ne savons pas si ce message est parti.
      </Banner>
    </div>
  ),
  'Hors ligne': () => (
    <div class="gallery-wide">
      <Banner tone="offline" place="page">
        Connexion perdue. Ce que vous écrivez est gardé, et tout reviendra à jour.
      </Banner>
    </div>
  ),
  Vide: () => (
    <EmptyState
      icon={<Inbox />}
      title="Aucun message pour l’instant"
      text="Écrivez à un client, ou reliez votre boîte aux lettres pour recevoir les siens."
      action={
        <Button tone="primary" icon={<Plus />}>
          Écrire à un client
        </Button>
      }
    />
  ),
  Erreur: () => (
    <ErrorState
      title="La conversation n’a pas pu être chargée"
      text="Le serveur n’a pas répondu. Rien n’est perdu."
      retry={{ label: 'Réessayer', onClick: () => undefined }}
      reference="réf. 7f3a-91c2"
    />
  ),
  'Liste en chargement': () => (
    <div class="gallery-column">
      <SkeletonRows rows={3} label="Chargement des conversations" />
      <SkeletonLines />
    </div>
  ),
}
