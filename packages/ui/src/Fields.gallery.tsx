import Search from 'lucide-solid/icons/search'
import { Field } from './Field.tsx'
import { TextInput } from './TextInput.tsx'

export const title = 'Champs'

export const states = {
  Texte: () => (
    <div class="gallery-column">
      <Field label="Nom du client" required>
        <TextInput value="Nadia Jacquemin" />
      </Field>
      <Field label="E-mail" hint="Pour la confirmation du rendez-vous." aside="facultatif">
        <TextInput type="email" placeholder="nadia@exemple.be" />
      </Field>
      <Field label="Téléphone" error="Ce numéro est incomplet : il manque deux chiffres.">
        <TextInput type="tel" value="06 82 81 17" />
      </Field>
      <Field label="Numéro de client">
        <TextInput value="C-00412" disabled />
      </Field>
      <Field label="Rechercher un client" labelShown="aloud">
        <TextInput type="search" size="sm" leading={<Search />} placeholder="Rechercher un client, un sujet…" />
      </Field>
    </div>
  ),
}
