import type { KeptInTab } from './kept-in-tab.ts'

/** Several things under ids of their own, in a place that all tabs of this browser share and that outlives them. */
export interface KeptMany<Value> {
  all(): Value[]
  keep(id: string, value: Value): void
  forget(id: string): void
  /** Whether it was kept here, and another tab is done with it. */
  isGone(id: string): boolean
  /** Hears what another tab keeps (its value) or forgets (nothing). */
  onChange(hear: (id: string, value: Value | undefined) => void): void
}

const mark = 'kept/'

/** A place on this device that outlives the browser: for what nobody has but its writer. Empty where storage is refused. */
export function keptOnDevice<Value>(name: string): KeptInTab<Value> {
  return {
    read: () => valueOf<Value>(attempt(() => localStorage.getItem(mark + name))),
    keep: (value) => attempt(() => localStorage.setItem(mark + name, JSON.stringify(value))),
    forget: () => attempt(() => localStorage.removeItem(mark + name)),
  }
}

export function keptManyOnDevice<Value>(name: string): KeptMany<Value> {
  const begin = `${mark}${name}/`
  const kept = new Set<string>()
  return {
    all: () =>
      keysFrom(begin).flatMap((key) => {
        kept.add(key.slice(begin.length))
        return valueOf<Value>(localStorage.getItem(key)) ?? []
      }),
    keep(id, value) {
      attempt(() => {
        localStorage.setItem(begin + id, JSON.stringify(value))
        kept.add(id)
      })
    },
    forget(id) {
      kept.delete(id)
      attempt(() => localStorage.removeItem(begin + id))
    },
    isGone: (id) => kept.has(id) && attempt(() => localStorage.getItem(begin + id)) === null,
    onChange(hear) {
      addEventListener('storage', ({ key, newValue }) => {
        if (!key?.startsWith(begin)) return
        const id = key.slice(begin.length)
        if (newValue !== null) kept.add(id)
        hear(id, valueOf<Value>(newValue))
      })
    },
  }
}

/** Whoever signs in next finds nothing of who left. */
export function forgetDevice(): void {
  for (const key of keysFrom(mark)) attempt(() => localStorage.removeItem(key))
}

function keysFrom(begin: string): string[] {
  const all = attempt(() => Object.keys(localStorage)) ?? []
  return all.filter((key) => key.startsWith(begin)).sort()
}

function valueOf<Value>(kept: string | null | undefined): Value | undefined {
  return kept ? attempt(() => JSON.parse(kept) as Value) : undefined
}

/** A browser that refuses storage, or has no room left, keeps nothing: what is on screen is then all there is. */
function attempt<Answer>(work: () => Answer): Answer | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
