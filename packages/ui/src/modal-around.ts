/** The dialog around an element: whatever opens from it stands inside too, for outside nothing is there for a screen reader. */
export function modalAround(id: string): HTMLElement | null {
  return document.getElementById(id)?.closest<HTMLElement>('[data-modal]') ?? null
}
