import type { MimePart } from './mime-part.ts'

/** A line that begins the next part of a container, or ends it. */
export interface Boundary {
  container: Container
  next: 'part' | 'end'
}

interface Container {
  part: MimePart
  boundary: string | null
  hasParts: boolean
  /** How often a line of its preamble was taken for a boundary nobody announced. */
  guesses: number
}

/** The parts that hold parts, outermost first, and the lines that divide them. */
export function mimeContainers() {
  const open: Container[] = []
  // Closed only because another part began that holds them: they may go on yet.
  let left: Container[] = []
  let byBoundary = new Map<string, Container>()
  const mayBegin = new Uint8Array(256)

  function remember() {
    const known = [...left, ...open].flatMap((one) => (one.boundary === null ? [] : ([[one.boundary, one]] as const)))
    // Of two with the same boundary the inner one is meant.
    byBoundary = new Map(known)
    mayBegin.fill(0)
    for (const boundary of byBoundary.keys()) mayBegin[boundary.charCodeAt(0)] = 1
  }

  return {
    depth: () => open.length,
    innermost: () => open.at(-1)?.part ?? null,

    open(part: MimePart) {
      const boundary = part.type.params.get('boundary')
      open.push({
        part,
        boundary: boundary ? Buffer.from(boundary).toString('latin1') : null,
        hasParts: false,
        guesses: 0,
      })
      remember()
    },

    /** A part begins in the innermost. */
    begin() {
      const container = open.at(-1)
      if (container) container.hasParts = true
    },

    /** Said fast, for bodies are full of lines of dashes; by the sign after the two. */
    mayBeBoundary: (sign: number | undefined) => sign !== undefined && mayBegin[sign] === 1,

    boundaryIn(line: Buffer): Boundary | null {
      const words = line.toString('latin1', 2).trimEnd()
      const part = byBoundary.get(words)
      if (part) return { container: part, next: 'part' }
      const end = words.endsWith('--') ? byBoundary.get(words.slice(0, -2)) : undefined
      return end ? { container: end, next: 'end' } : null
    },

    /** Whether a line that announces nothing may begin the first part all the same, if a header follows. */
    mayAdopt(current: MimePart | null): boolean {
      const container = open.at(-1)
      if (!container || container.hasParts || current !== container.part) return false
      container.guesses += 1
      return container.guesses < MAX_GUESSES
    },

    adopt(line: Buffer): Boundary {
      const container = open.at(-1)!
      container.boundary = line.toString('latin1', 2).trimEnd()
      remember()
      return { container, next: 'part' }
    },

    /** What is inside the container is closed, and so is the container at its end. */
    follow({ container, next }: Boundary) {
      const level = open.indexOf(container)
      if (level < 0) {
        left = left.filter((one) => one !== container)
        if (next === 'part') open.push(container)
      } else {
        left = [...left, ...open.splice(level + 1)].slice(-MAX_LEFT)
        // The outermost stays known after its end: some mails go on.
        if (next === 'end' && level > 0) open.pop()
      }
      remember()
    },
  }
}

const MAX_GUESSES = 1000
const MAX_LEFT = 20
