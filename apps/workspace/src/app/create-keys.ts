import { onCleanup, onMount, useContext } from 'solid-js'
import { CommandsContext, type Command } from './commands.ts'

// The second key of `g i` has to follow soon, or it means itself.
const sequenceMs = 1_000

/** Runs the command whose keys are pressed, unless somebody is typing or something lies over the page. */
export function createKeys() {
  const commands = useContext(CommandsContext)
  let before = ''
  let timer = 0

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return
    const pressed = nameOf(event)
    const asked = commands?.available().filter((command) => command.keys) ?? []
    const found = pick(asked, `${before} ${pressed}`.trim()) ?? pick(asked, pressed)
    clearTimeout(timer)
    before = ''
    // Ctrl+K is no letter of any text.
    if (!pressed.startsWith('Ctrl+') && (isTyping(event.target) || isCovered())) return
    if (found) {
      event.preventDefault()
      return found.run()
    }
    if (!asked.some((command) => command.keys?.startsWith(`${pressed} `))) return
    before = pressed
    timer = window.setTimeout(() => (before = ''), sequenceMs)
  }

  onMount(() => document.addEventListener('keydown', onKeyDown))
  onCleanup(() => {
    clearTimeout(timer)
    document.removeEventListener('keydown', onKeyDown)
  })
}

/** What a press is called in `Command.keys`. */
function nameOf(event: KeyboardEvent) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (event.ctrlKey || event.metaKey) return `Ctrl+${key}`
  return event.altKey ? `Alt+${key}` : key
}

function pick(commands: readonly Command[], keys: string) {
  // The last one registered is the nearest to what is on the screen.
  return commands.findLast((command) => command.keys === keys)
}

function isModifier(key: string) {
  return ['Shift', 'Control', 'Meta', 'Alt'].includes(key)
}

function isTyping(target: EventTarget | null) {
  // Nobody types into a box that is ticked.
  if (!(target instanceof HTMLElement) || target.matches('input[type="checkbox"], input[type="radio"]')) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

function isCovered() {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null
}
