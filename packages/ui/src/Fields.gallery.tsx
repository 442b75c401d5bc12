import Search from 'lucide-solid/icons/search'
import { createSignal } from 'solid-js'
import { Checkbox } from './Checkbox.tsx'
import { Field } from './Field.tsx'
import { PasswordInput } from './PasswordInput.tsx'
import { RadioGroup } from './RadioGroup.tsx'
import { SegmentedControl } from './SegmentedControl.tsx'
import { Select } from './Select.tsx'
import { Switch } from './Switch.tsx'
import { TextArea } from './TextArea.tsx'
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
  'Texte long et mot de passe': () => (
    <div class="gallery-column">
      <Field label="Notes">
        <TextArea value="Préfère être contacté après 18 h. Sonner au portail, le chien est gentil." />
      </Field>
      <Field label="Mot de passe" hint="12 caractères au moins." error="Trop court : il en manque 4.">
        <PasswordInput value="pain-gris" showLabel="Montrer le mot de passe" hideLabel="Cacher le mot de passe" />
      </Field>
    </div>
  ),
  Choix: () => {
    const [role, setRole] = createSignal('member')
    const [zone, setZone] = createSignal<'team' | 'delegate'>('delegate')
    const [notes, setNotes] = createSignal(true)
    const [mails, setMails] = createSignal(true)
    return (
      <div class="gallery-column">
        <Field label="Rôle de Gaëlle Peeters">
          <Select
            value={role()}
            onChange={setRole}
            options={[
              { value: 'admin', label: 'Administratrice' },
              { value: 'member', label: 'Membre de l’équipe' },
              { value: 'delegate', label: 'Déléguée' },
            ]}
          />
        </Field>
        <RadioGroup
          label="Ce que Wouter voit"
          value={zone()}
          onChange={setZone}
          options={[
            { value: 'team', label: 'Toute la messagerie' },
            { value: 'delegate', label: 'Ses conversations', hint: 'Seulement celles qui lui sont confiées.' },
          ]}
        />
        <div>
          <Checkbox label="Joindre les notes" checked={notes()} onChange={setNotes} />
        </div>
        <div>
          <Checkbox label="Toute la sélection" checked="mixed" onChange={() => undefined} />
        </div>
        <div>
          <Checkbox label="Envoyer par fax" checked={false} disabled onChange={() => undefined} />
        </div>
        <Switch
          label="Prévenir par e-mail"
          hint="Un message quand un rappel arrive."
          checked={mails()}
          onChange={setMails}
        />
        <Switch label="Accepter les réservations" checked={false} disabled onChange={() => undefined} />
      </div>
    )
  },
  'Canal de la réponse': () => {
    const [channel, setChannel] = createSignal<'sms' | 'email' | 'portal'>('email')
    return (
      <SegmentedControl
        label="Canal"
        value={channel()}
        onChange={setChannel}
        options={[
          { value: 'sms', label: 'SMS', disabled: true },
          { value: 'email', label: 'E-mail' },
          { value: 'portal', label: 'Portail' },
        ]}
      />
    )
  },
}
