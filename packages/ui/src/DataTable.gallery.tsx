import { createSignal } from 'solid-js'
import { Avatar } from './Avatar.tsx'
import { DataTable, type Sort } from './DataTable.tsx'
import { Tag, type TagTone } from './Tag.tsx'

export const title = 'Tableau'

type Client = { id: string; name: string; category: string; town: string; tag?: [string, TagTone]; balance: string }

const CLIENTS: Client[] = [
  { id: '1', name: 'Karim Laurent', category: 'Prospect', town: 'Lumes', tag: ['VIP', 'plum'], balance: '' },
  {
    id: '2',
    name: 'Pauline Gérard',
    category: 'Particulier',
    town: 'Jouy-aux-Arches',
    tag: ['Devis en cours', 'info'],
    balance: '148,87 €',
  },
  { id: '3', name: 'Élodie Collin', category: 'Professionnel', town: 'Attigny', balance: '1 126,68 €' },
  {
    id: '4',
    name: 'Koen Verschueren',
    category: 'Fidèle',
    town: 'Gand',
    tag: ['À rappeler', 'warm'],
    balance: '42,00 €',
  },
]

export const states = {
  Clients: () => {
    const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set(['2']))
    const [sort, setSort] = createSignal<Sort>({ key: 'name', direction: 'ascending' })
    const rows = () => {
      const sorted = CLIENTS.toSorted((one, other) => one.name.localeCompare(other.name, 'fr'))
      return sort().direction === 'ascending' ? sorted : sorted.toReversed()
    }
    return (
      <div class="gallery-wide">
        <DataTable
          label="Clients"
          rows={rows()}
          rowKey={(client) => client.id}
          rowHref={() => '#tableau'}
          sort={sort()}
          onSort={setSort}
          selection={{
            chosen: chosen(),
            onChange: setChosen,
            allLabel: 'Choisir tous les clients',
            rowLabel: (client) => `Choisir ${client.name}`,
          }}
          columns={[
            { key: 'name', label: 'Client', sortable: true, cell: (client) => <Named name={client.name} /> },
            { key: 'category', label: 'Catégorie', cell: (client) => client.category },
            { key: 'town', label: 'Ville', cell: (client) => client.town },
            {
              key: 'tags',
              label: 'Mots-clés',
              cell: (client) => client.tag && <Tag tone={client.tag[1]}>{client.tag[0]}</Tag>,
            },
            { key: 'balance', label: 'Solde', align: 'end', cell: (client) => client.balance },
          ]}
        />
      </div>
    )
  },
}

function Named(props: { name: string }) {
  return (
    <span class="gallery-named">
      <Avatar name={props.name} size="sm" />
      {props.name}
    </span>
  )
}
