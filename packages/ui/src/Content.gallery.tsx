import CalendarCheck from 'lucide-solid/icons/calendar-check'
import CreditCard from 'lucide-solid/icons/credit-card'
import FileText from 'lucide-solid/icons/file-text'
import House from 'lucide-solid/icons/house'
import Info from 'lucide-solid/icons/info'
import { createSignal, Show } from 'solid-js'
import { Divider } from './Divider.tsx'
import { FileChip } from './FileChip.tsx'
import { Fold } from './Fold.tsx'
import { LinkTabs } from './LinkTabs.tsx'
import { Pill } from './Pill.tsx'
import { Progress } from './Progress.tsx'
import { Tabs } from './Tabs.tsx'

export const title = 'Fil et fichiers'

const nothing = () => undefined

export const states = {
  'Fil d’une conversation': () => (
    <div class="gallery-column gallery-wide">
      <Divider>Jeudi 19 novembre</Divider>
      <div>
        <Pill icon={<CalendarCheck />} tone="accent" href="#fil-et-fichiers">
          Rendez-vous confirmé — jeu. 19 nov., 13:00 – 14:00
        </Pill>
      </div>
      <div>
        <Pill icon={<CreditCard />} tone="warm">
          Règlement de 148,87 € en retard
        </Pill>
      </div>
      <Divider tone="accent">Nouveaux messages</Divider>
      <Divider />
    </div>
  ),
  'Pièces jointes': () => (
    <>
      <FileChip name="Devis 2026-118 — toiture.pdf" detail="PDF, 214 Ko" href="#fil-et-fichiers" />
      <FileChip
        name="vitrine.jpg"
        kind="image"
        detail="Image, 1,8 Mo"
        remove={{ label: 'Retirer vitrine.jpg', onClick: nothing }}
      />
      <FileChip
        name="plan de la cuisine.pdf"
        detail=""
        state={{ is: 'sending', done: 0.62, label: 'Envoi de plan de la cuisine.pdf' }}
        remove={{ label: 'Arrêter l’envoi de plan de la cuisine.pdf', onClick: nothing }}
      />
      <FileChip
        name="film du chantier.mov"
        detail="Trop lourd : 35 Mo au plus"
        state={{ is: 'failed' }}
        remove={{ label: 'Retirer film du chantier.mov', onClick: nothing }}
      />
    </>
  ),
  Avancement: () => (
    <div class="gallery-column">
      <Progress value={0.4} label="Import des clients" />
      <Progress value={undefined} label="Préparation du relevé" />
    </div>
  ),
  'Ce qui sert rarement': () => (
    <div class="gallery-column">
      <Fold label="Serveurs et ports">imap.example.be, port 993</Fold>
      <Fold label="2 autres dossiers" open>
        Factures, Fournisseurs
      </Fold>
    </div>
  ),
  Onglets: () => {
    const [part, setPart] = createSignal<'home' | 'files' | 'about'>('home')
    // Each bar needs icons of its own: an element has one place in a page.
    const tabs = () =>
      [
        { value: 'home', label: 'Résumé', icon: <House /> },
        { value: 'files', label: 'Documents', icon: <FileText />, count: 3 },
        { value: 'about', label: 'Coordonnées', icon: <Info /> },
      ] as const
    const words = tabs()
    const icons = tabs()
    return (
      <div class="gallery-column">
        <Tabs label="Fiche de Sarah Moreau" tabs={words} value={part()} onChange={setPart}>
          <Show when={part() === 'home'} fallback="Trois documents partagés avec Sarah Moreau.">
            Cliente depuis mars 2024, à Nouvion-sur-Meuse.
          </Show>
        </Tabs>
        <Tabs label="Fiche de Bart Leroy" look="icons" tabs={icons} value={part()} onChange={setPart}>
          06 31 55 15 55
        </Tabs>
        <LinkTabs
          label="Courrier"
          tabs={[
            { href: '#fil-et-fichiers', label: 'À trier', isCurrent: true, count: '17' },
            { href: '#fil-et-fichiers', label: 'Indésirables', isCurrent: false },
          ]}
        />
      </div>
    )
  },
}
