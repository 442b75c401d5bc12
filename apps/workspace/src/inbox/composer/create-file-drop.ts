import { createSignal } from 'solid-js'

/** Files dropped on an element; `isOver` while they hover it. */
export function createFileDrop(onFiles: (files: File[]) => void) {
  const [depth, setDepth] = createSignal(0)
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  return {
    isOver: () => depth() > 0,
    /** They were let go of elsewhere. */
    over: () => setDepth(0),
    handlers: {
      onDragEnter(event: DragEvent) {
        // Entering a child comes before leaving its parent.
        if (holdsFiles(event)) setDepth((n) => n + 1)
      },
      onDragLeave(event: DragEvent) {
        if (holdsFiles(event)) setDepth((n) => Math.max(0, n - 1))
      },
      onDragOver(event: DragEvent) {
        if (holdsFiles(event)) event.preventDefault()
      },
      onDrop(event: DragEvent) {
        setDepth(0)
        const files = [...(event.dataTransfer?.files ?? [])]
        if (files.length === 0) return
        event.preventDefault()
        onFiles(files)
      },
    },
  }
}
