import BellPlus from 'lucide-solid/icons/bell-plus'
import MailPlus from 'lucide-solid/icons/mail-plus'
import UserPlus from 'lucide-solid/icons/user-plus'
import { useContext, type Component, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { Menu, type TriggerBinding } from '@comptoir/ui/Menu'
import { CommandsContext } from './commands.ts'
import { useKeyCaps } from './use-key-caps.ts'

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
  const entries = () =>
    (commands?.available() ?? [])
      .filter((command) => command.makes === 'new')
      .reverse()
      .map(({ id, label, keys, run }) => ({
        label: label(),
        icon: <Dynamic component={icons[id] ?? MailPlus} />,
        shortcut: keys && caps(keys).join(' '),
        onSelect: run,
      }))
  return <Menu place={props.place} trigger={(bind) => props.trigger(bind)} entries={entries()} />
}

const icons: Record<string, Component> = { 'new-client': UserPlus, remind: BellPlus }
