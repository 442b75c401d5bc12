import CalendarDays from 'lucide-solid/icons/calendar-days'
import Inbox from 'lucide-solid/icons/inbox'
import Plus from 'lucide-solid/icons/plus'
import User from 'lucide-solid/icons/user'
import { createSignal } from 'solid-js'
import { CommandPalette } from './CommandPalette.tsx'
import { Kbd } from './Kbd.tsx'
import { matchesQuery } from './match-query.ts'
import { SearchButton } from './SearchButton.tsx'

export const title = 'Palette de commandes'

const nothing = () => undefined

export const states = {
  'Tout au clavier': () => {
    const [open, setOpen] = createSignal(false)
    const [query, setQuery] = createSignal('')
    const all = [
      {
        label: 'Aller à',
        items: [
          { id: 'inbox', label: 'Messagerie', icon: <Inbox />, shortcut: 'G M', onPick: nothing },
          { id: 'agenda', label: 'Agenda', icon: <CalendarDays />, onPick: nothing },
        ],
      },
      { label: 'Faire', items: [{ id: 'new', label: 'Écrire à un client', icon: <Plus />, onPick: nothing }] },
      {
        label: 'Clients',
        items: [
          { id: '1', label: 'Amélie Laurent', detail: 'Lucé', icon: <User />, onPick: nothing },
          { id: '2', label: 'Mathieu Moreau', detail: 'Nouvion-sur-Meuse', icon: <User />, onPick: nothing },
        ],
      },
    ]
    const groups = () =>
      all
        .map((group) => ({ ...group, items: group.items.filter((item) => matchesQuery(query(), item.label)) }))
        .filter((group) => group.items.length > 0)
    return (
      <div class="gallery-column">
        <SearchButton label="Tout rechercher" shortcut="Ctrl K" onClick={() => setOpen(true)} />
        <CommandPalette
          open={open()}
          onOpenChange={setOpen}
          label="Rechercher ou agir"
          placeholder="Un client, une page, une action…"
          query={query()}
          onQuery={setQuery}
          groups={groups()}
          emptyText="Rien de ce nom. Essayez un nom de client ou d’action."
          foot={
            <>
              <span>
                <Kbd>↑</Kbd> <Kbd>↓</Kbd> choisir
              </span>
              <span>
                <Kbd>↵</Kbd> ouvrir
              </span>
            </>
          }
        />
      </div>
    )
  },
}
