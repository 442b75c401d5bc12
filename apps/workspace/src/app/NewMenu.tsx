import BellPlus from 'lucide-solid/icons/bell-plus'
import MailPlus from 'lucide-solid/icons/mail-plus'
import UserPlus from 'lucide-solid/icons/user-plus'
import { createSignal, onCleanup, onMount, useContext, type Component, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { Menu, type MenuEntry, type TriggerBinding } from '@comptoir/ui/Menu'
import { CommandsContext } from './commands.ts'
import { useLanguage } from './create-language.ts'
import { useOverlays } from './create-overlays.ts'
import { useKeyCaps } from './use-key-caps.ts'
import { settled } from './when-idle.ts'
import { useWorkspace } from './workspace-context.ts'

/** Opens the menu for a key that was pressed elsewhere: that of the bar that is on the screen. */
export function openNew() {
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-opens="new"]')]
  const button = buttons.find((one) => one.checkVisibility())
  button?.focus()
  button?.click()
  // The first opening of a menu listens to presses, the later ones to keys.
  button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
}

/** All that can be made here, what is nearest to the screen first. */
export function NewMenu(props: { place: 'bottom-start' | 'top-end'; trigger: (bind: TriggerBinding) => JSX.Element }) {
  const commands = useContext(CommandsContext)
  const caps = useKeyCaps()
  const [workspace, overlays, language] = [useWorkspace(), useOverlays(), useLanguage()]
  const [waiting, setWaiting] = createSignal<() => MenuEntry[]>(() => [])
  // What was begun and not sent; the first picture needs nothing of it.
  onMount(() =>
    onCleanup(
      settled(() => {
        void import('../inbox/unsent/letter-entries.tsx')
          .then(({ letterEntries }) => setWaiting(() => letterEntries(workspace, overlays, language)))
          .catch(() => {})
      }),
    ),
  )
  const made = (): MenuEntry[] =>
    (commands?.available() ?? [])
      .filter((command) => command.makes === 'new')
      .reverse()
      .map(({ id, label, keys, run }) => ({
        label: label(),
        icon: <Dynamic component={icons[id] ?? MailPlus} />,
        shortcut: keys && caps(keys).join(' '),
        onSelect: run,
      }))
  return <Menu place={props.place} trigger={(bind) => props.trigger(bind)} entries={[...made(), ...waiting()()]} />
}

const icons: Record<string, Component> = { 'new-client': UserPlus, remind: BellPlus }
