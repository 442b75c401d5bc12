import type { KeptInTab } from '../kept-in-tab.ts'
import type { KeptMany } from '../kept-on-device.ts'

/** A place that two pages of a test share, as two loads of one tab do. */
export function keptHere<Value>(): KeptInTab<Value> {
  let kept: string | undefined
  return {
    read: () => (kept === undefined ? undefined : (JSON.parse(kept) as Value)),
    keep: (value) => (kept = JSON.stringify(value)),
    forget: () => (kept = undefined),
  }
}

/**
 * A device whose tabs share what they keep: `tab()` is what one of them has of it. After `delayNews` no tab hears what
 * another does.
 */
export function deviceHere<Value>() {
  const kept = new Map<string, string>()
  const tabs = new Set<(id: string, value: Value | undefined) => void>()
  let news: 'told' | 'delayed' = 'told'
  function tab(): KeptMany<Value> {
    let mine: ((id: string, value: Value | undefined) => void) | undefined
    const known = new Set<string>()
    const tell = (id: string, value: Value | undefined) => {
      if (news === 'told') tabs.forEach((hear) => hear !== mine && hear(id, value))
    }
    return {
      all: () => [...kept].map(([id, text]) => (known.add(id), JSON.parse(text) as Value)),
      keep(id, value) {
        known.add(id)
        kept.set(id, JSON.stringify(value))
        tell(id, JSON.parse(kept.get(id)!) as Value)
      },
      forget(id) {
        known.delete(id)
        if (kept.delete(id)) tell(id, undefined)
      },
      isGone: (id) => known.has(id) && !kept.has(id),
      onChange: (hear) => void tabs.add((mine = hear)),
    }
  }
  return { tab, size: () => kept.size, delayNews: () => void (news = 'delayed') }
}
