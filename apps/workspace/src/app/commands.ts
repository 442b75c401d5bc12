import { createContext, createSignal, onCleanup, useContext, type JSX } from 'solid-js'

/** Something one can do here, from the palette or with its keys. */
export interface Command {
  id: string
  /** Read when shown, so that it follows the language. */
  label: () => string
  group: () => string
  icon?: () => JSX.Element
  /** `e`, `?`, `Ctrl+k`, or one after the other: `g i`. */
  keys?: string
  /** Absent from the palette, or its keys asleep, while it answers false. */
  when?: () => boolean
  /** `keys`: shown in the help of the keyboard and not in the palette. */
  shown?: 'palette' | 'keys'
  run: () => void
}

export type Commands = ReturnType<typeof createCommands>

export const CommandsContext = createContext<Commands>()

/** Adds a command for as long as the component lives. */
export function registerCommand(command: Command) {
  const commands = useContext(CommandsContext)
  if (!commands) throw new Error('no commands around this component')
  onCleanup(commands.add(command))
}

export function createCommands() {
  const [all, setAll] = createSignal<readonly Command[]>([])
  return {
    /** What can be done now. */
    available: () => all().filter((command) => command.when?.() !== false),
    add(command: Command) {
      setAll((before) => [...before, command])
      return () => setAll((before) => before.filter((one) => one !== command))
    },
  }
}
