/** What a press is called in `Action.keys`. */
export function nameOfPress(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  // Where a keyboard needs AltGr for a sign, that is the sign and no Ctrl+Alt.
  if (key.length === 1 && event.getModifierState('AltGraph')) return key
  const isSign = key.length === 1 && key === key.toUpperCase()
  // A sign is named by itself: which keyboards need Shift for it is their own affair.
  const shift = event.shiftKey && !isSign ? 'Shift+' : ''
  if (event.ctrlKey || event.metaKey) return `Ctrl+${shift}${key}`
  return event.altKey ? `Alt+${shift}${key}` : `${shift}${key}`
}

/** The keys to press, one after the other or together, as they stand on a keyboard. */
export function keyCaps(keys: string, named: { shift: string; enter: string; escape: string }): string[] {
  const caps: Record<string, string> = { Shift: named.shift, Enter: named.enter, Escape: named.escape }
  const pressed = keys.split(' ').flatMap((key) => (key.length === 1 ? [key] : key.split('+')))
  return pressed.map((key) => caps[key] ?? (key.length === 1 ? key.toUpperCase() : key))
}
