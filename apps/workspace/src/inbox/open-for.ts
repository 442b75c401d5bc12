/** Opens what a key stands for by its own button, the first of these that is on the screen; answers whether one is. */
export function openFor(...names: string[]): boolean {
  const button = names
    .map((name) => document.querySelector<HTMLElement>(`[data-opens="${name}"]`))
    .find((one) => one !== null)
  if (!button) return false
  button.focus()
  // The first opening of a menu listens to presses, the later ones to keys.
  button.click()
  if (button.getAttribute('aria-haspopup') === 'menu')
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
  return true
}
