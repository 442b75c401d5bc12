import { onCleanup, onMount, useContext } from 'solid-js'
import { CommandsContext, type Command } from './commands.ts'
import { nameOfPress } from './name-of-keys.ts'

// The second key of `g i` has to follow soon, or it means itself.
const sequenceMs = 1_000

/** Runs the command whose keys are pressed, unless somebody is typing or something lies over the page. */
export function createKeys() {
  const commands = useContext(CommandsContext)
  let before = ''
  let timer = 0

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return
    const pressed = nameOfPress(event)
    const asked = commands?.available().filter((command) => command.keys && mayRun(command, event.target)) ?? []
    const found = pick(asked, `${before} ${pressed}`.trim()) ?? pick(asked, pressed)
    clearTimeout(timer)
    before = ''
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

function mayRun({ works }: Command, target: EventTarget | null) {
  if (works === 'anywhere') return true
  return !isCovered() && (works === 'writing' || !isTyping(target))
}

function pick(commands: readonly Command[], keys: string) {
  // The last one registered is the nearest to what is on the screen.
  return commands.findLast((command) => command.keys === keys)
}

function isModifier(key: string) {
  return ['Shift', 'Control', 'Meta', 'Alt', 'AltGraph'].includes(key)
}

function isTyping(target: EventTarget | null) {
  // Nobody types into a box that is ticked.
  if (!(target instanceof HTMLElement) || target.matches('input[type="checkbox"], input[type="radio"]')) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

function isCovered() {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null
}
