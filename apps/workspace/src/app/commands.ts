import { createContext, createSignal, onCleanup, useContext } from 'solid-js'
import { actions, mayDo, type Action, type ActionId } from './actions.ts'
import { useLanguage } from './create-language.ts'
import { useWorkspace } from './workspace-context.ts'

/** Something one can do here, from the palette or with its keys. */
export interface Command {
  id: string
  /** Read when shown, so that it follows the language. */
  label: () => string
  group: () => string
  keys?: string
  works?: Action['works']
  in?: Action['in']
  /** Absent from the palette, and its keys asleep, while it answers false. */
  when?: () => boolean
  /** Makes something new: it stands in the menu of what is new, too. */
  makes?: Action['makes']
  run: () => void
}

/** How an action is done here: at once, or only at times. */
export type Doing = (() => void) | { run: () => void; when?: () => boolean; label?: () => string }

export type Commands = ReturnType<typeof createCommands>

export const CommandsContext = createContext<Commands>()

/** Says how actions are done here, for as long as the component lives. */
export function registerActions(doings: Partial<Record<ActionId, Doing>>) {
  const { t } = useLanguage()
  const workspace = useWorkspace()
  for (const [id, doing] of Object.entries(doings)) {
    const { group, label, ...action }: Action = actions[id as ActionId]
    const how = typeof doing === 'function' ? { run: doing } : doing
    const when = () => mayDo(workspace, action) && how.when?.() !== false
    registerCommand({ id, label: () => t(label), group: () => t(group), ...action, ...how, when })
  }
}

/** Adds what has no line in `actions`: what people made and named themselves. */
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
