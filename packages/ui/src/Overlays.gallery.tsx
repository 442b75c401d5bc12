import Archive from 'lucide-solid/icons/archive'
import Bell from 'lucide-solid/icons/bell'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Languages from 'lucide-solid/icons/languages'
import Trash from 'lucide-solid/icons/trash'
import UserPlus from 'lucide-solid/icons/user-plus'
import { createSignal } from 'solid-js'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Drawer } from './Drawer.tsx'
import { Field } from './Field.tsx'
import { IconButton } from './IconButton.tsx'
import { Menu } from './Menu.tsx'
import { Popover } from './Popover.tsx'
import { showToast } from './show-toast.ts'
import { TextInput } from './TextInput.tsx'
import { Toasts } from './Toasts.tsx'
import { Tooltip } from './Tooltip.tsx'

export const title = 'Par-dessus la page'

const nothing = () => undefined

export const states = {
  Menus: () => {
    const [locale, setLocale] = createSignal('fr')
    const [reminder, setReminder] = createSignal(false)
    return (
      <>
        <Menu
          place="bottom-start"
          trigger={(bind) => (
            <IconButton {...bind} tone="secondary" label="Autres actions">
              <Ellipsis />
            </IconButton>
          )}
          entries={[
            { heading: 'Merci pour votre passage' },
            { label: 'Rappel…', icon: <Bell />, shortcut: 'H', onSelect: () => setReminder(true) },
            {
              label: 'Confier à Wouter',
              icon: <UserPlus />,
              detail: 'Il verra aussi la fiche de Mathieu Moreau',
              onSelect: nothing,
            },
            { label: 'Archiver', icon: <Archive />, shortcut: 'E', onSelect: nothing },
            'separator',
            { label: 'Fusionner', disabled: true, onSelect: nothing },
            { label: 'Supprimer', icon: <Trash />, tone: 'danger', onSelect: nothing },
          ]}
        />
        <Menu
          trigger={(bind) => (
            <Button {...bind} icon={<Languages />}>
              Langue
            </Button>
          )}
          entries={[
            {
              label: 'Langue des écrans',
              value: locale(),
              onChange: setLocale,
              choices: [
                { value: 'fr', label: 'Français' },
                { value: 'nl', label: 'Nederlands' },
                { value: 'en', label: 'English' },
              ],
            },
          ]}
        />
        <Dialog open={reminder()} onOpenChange={setReminder} title="Rappel" size="sm" closeLabel="Fermer">
          <Field label="Rappeler Mathieu Moreau le">
            <TextInput type="date" value="2026-11-23" />
          </Field>
        </Dialog>
        <Popover label="Nouveau rappel" trigger={(bind) => <Button {...bind}>Rappel…</Button>}>
          {(close) => (
            <div class="gallery-column">
              <Field label="Rappeler Bart Leroy le">
                <TextInput type="date" value="2026-11-23" />
              </Field>
              <Button tone="primary" onClick={close}>
                Poser le rappel
              </Button>
            </div>
          )}
        </Popover>
        <Tooltip label="Lu par Océane à 15:17">
          <Button tone="ghost">Lu</Button>
        </Tooltip>
      </>
    )
  },
  Dialogues: () => {
    const [dialog, setDialog] = createSignal(false)
    const [drawer, setDrawer] = createSignal(false)
    const [sheet, setSheet] = createSignal(false)
    return (
      <>
        <Button onClick={() => setDialog(true)}>Nouveau client</Button>
        <Dialog
          open={dialog()}
          onOpenChange={setDialog}
          title="Nouveau client"
          description="Le nom suffit, le reste peut attendre."
          closeLabel="Fermer"
          foot={
            <>
              <Button onClick={() => setDialog(false)}>Annuler</Button>
              <Button tone="primary" onClick={() => setDialog(false)}>
                Ajouter
              </Button>
            </>
          }
        >
          <Field label="Nom" required>
            <TextInput />
          </Field>
          <Field label="E-mail">
            <TextInput type="email" />
          </Field>
        </Dialog>
        <Button onClick={() => setDrawer(true)}>Fiche de Nadia</Button>
        <Drawer open={drawer()} onOpenChange={setDrawer} title="Nadia Jacquemin" closeLabel="Fermer">
          4 rue de l’Église, 6830 Bouillon
        </Drawer>
        <Button onClick={() => setSheet(true)}>Plus</Button>
        <Drawer open={sheet()} onOpenChange={setSheet} side="bottom" title="Plus" closeLabel="Fermer">
          Campagnes, paiements, documents, réglages
        </Drawer>
      </>
    )
  },
  Annonces: () => (
    <>
      <Button
        onClick={() =>
          void showToast({ text: 'Conversation archivée.', action: { label: 'Annuler', onClick: nothing } })
        }
      >
        Archiver
      </Button>
      <Button onClick={() => void showToast({ text: 'Fiche de Bruno Thiry enregistrée.', tone: 'success' })}>
        Enregistrer
      </Button>
      <Button onClick={() => void showToast({ text: 'Le message à Koen n’est pas parti.', tone: 'danger' })}>
        Envoyer
      </Button>
      <Toasts label="Annonces" closeLabel="Fermer" />
    </>
  ),
}
