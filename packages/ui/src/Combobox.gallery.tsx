import { createSignal } from 'solid-js'
import { Avatar } from './Avatar.tsx'
import { Combobox } from './Combobox.tsx'
import { Field } from './Field.tsx'
import { matchesQuery } from './match-query.ts'

export const title = 'Recherche d’un client'

const CLIENTS = [
  { name: 'Amélie Laurent', town: 'Lucé' },
  { name: 'Amélie Simon', town: 'Sedan' },
  { name: 'Élodie Lefèvre', town: 'Attigny' },
  { name: 'Olivier Masson', town: 'Bouillon' },
  { name: 'Wouter Fontaine', town: 'Bruxelles' },
]

export const states = {
  'Avec propositions': () => {
    const [text, setText] = createSignal('')
    const found = () => CLIENTS.filter((client) => matchesQuery(text(), client.name))
    return <ClientSearch text={text()} onText={setText} found={found()} />
  },
  'En attente': () => <ClientSearch text="Am" onText={() => undefined} found={undefined} />,
}

function ClientSearch(props: { text: string; onText: (text: string) => void; found: typeof CLIENTS | undefined }) {
  return (
    <div class="gallery-column">
      <Field label="Client">
        <Combobox
          placeholder="Nom, e-mail ou téléphone"
          text={props.text}
          onText={props.onText}
          options={props.found}
          onPick={(client) => props.onText(client.name)}
          listLabel="Clients trouvés"
          emptyText="Personne de ce nom. Continuez pour ajouter ce client."
          pendingLabel="Recherche…"
          option={(client) => (
            <>
              <Avatar name={client.name} size="sm" />
              {client.name}, {client.town}
            </>
          )}
        />
      </Field>
    </div>
  )
}
