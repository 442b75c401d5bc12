/** A place in this tab that outlives a reload: for what nobody has but this screen. */
export interface KeptInTab<Value> {
  read(): Value | undefined
  keep(value: Value): void
  forget(): void
}

/** A browser that refuses storage, or has no room left, keeps nothing: what is on screen is then all there is. */
export function keptInTab<Value>(name: string): KeptInTab<Value> {
  return {
    read() {
      try {
        const kept = sessionStorage.getItem(name)
        return kept === null ? undefined : (JSON.parse(kept) as Value)
      } catch {
        return undefined
      }
    },
    keep(value) {
      try {
        sessionStorage.setItem(name, JSON.stringify(value))
      } catch {
        // As said above.
      }
    },
    forget() {
      try {
        sessionStorage.removeItem(name)
      } catch {
        // Nothing was kept.
      }
    },
  }
}

/** Whoever signs in next in this tab finds nothing of who left. */
export function forgetTab(): void {
  try {
    sessionStorage.clear()
  } catch {
    // Nothing was kept.
  }
}
