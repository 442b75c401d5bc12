/** Something that was on the screen, and when it was last true (ISO instant). */
export interface KeptSlice<Slice> {
  slice: Slice
  trueAt: string
}

/** Of each kind, the last used; the oldest make room. */
const most: Record<string, number> = { list: 20, conversation: 100, savedViews: 2, workspace: 5, me: 1 }

const names = { database: 'comptoir', slices: 'slices', times: 'times' }

/**
 * What was opened, on this device: `owner` is a person in a business, `name` a kind and what it is of (`list open`).
 * Nothing is kept, and nothing fails, where a browser refuses storage.
 */
export async function keepSlices(owner: string, slices: ReadonlyMap<string, unknown>, trueAt: string): Promise<void> {
  await inStore('readwrite', (stores) => {
    for (const [name, slice] of slices) {
      stores.slices.put(slice, [owner, name])
      stores.times.put(trueAt, [owner, name])
    }
  })
}

/** They are as they were kept, and true until now. */
export async function confirmSlices(owner: string, those: readonly string[], trueAt: string): Promise<void> {
  await inStore('readwrite', (stores) => {
    for (const name of those) {
      const key = [owner, name]
      const asked = stores.times.getKey(key)
      asked.addEventListener('success', () => asked.result !== undefined && stores.times.put(trueAt, key))
    }
  })
}

export async function recallSlice<Slice>(owner: string, name: string): Promise<KeptSlice<Slice> | undefined> {
  let slice: IDBRequest<Slice | undefined> | undefined
  let trueAt: IDBRequest<string | undefined> | undefined
  await inStore('readonly', (stores) => {
    slice = stores.slices.get([owner, name])
    trueAt = stores.times.get([owner, name])
  })
  return slice?.result !== undefined && trueAt?.result ? { slice: slice.result, trueAt: trueAt.result } : undefined
}

/** It is no longer there, or no longer this person's to see. */
export async function dropSlice(owner: string, name: string): Promise<void> {
  await inStore('readwrite', (stores) => remove(stores, [owner, name]))
}

/** Makes room: what was true longest ago goes first. */
export async function trimSlices(owner: string): Promise<void> {
  await inStore('readwrite', (stores) => {
    const all: { key: [string, string]; trueAt: string }[] = []
    const walk = stores.times.openCursor(IDBKeyRange.bound([owner], [owner, []]))
    walk.addEventListener('success', () => {
      const at = walk.result
      if (at) {
        all.push({ key: at.key as [string, string], trueAt: at.value as string })
        return at.continue()
      }
      const seen = new Map<string, number>()
      for (const { key } of all.sort((a, b) => b.trueAt.localeCompare(a.trueAt))) {
        const kind = key[1].split(' ', 1)[0]!
        seen.set(kind, (seen.get(kind) ?? 0) + 1)
        if (seen.get(kind)! > (most[kind] ?? 1)) remove(stores, key)
      }
    })
  })
}

/** Nothing of what anybody opened stays on this device. */
export async function forgetSlices(): Promise<void> {
  await inStore('readwrite', (stores) => {
    stores.slices.clear()
    stores.times.clear()
  })
}

interface Stores {
  slices: IDBObjectStore
  times: IDBObjectStore
}

function remove(stores: Stores, key: [string, string]) {
  stores.slices.delete(key)
  stores.times.delete(key)
}

let opening: Promise<IDBDatabase> | undefined

async function inStore(mode: IDBTransactionMode, work: (stores: Stores) => void): Promise<void> {
  try {
    opening ??= open()
    const transaction = (await opening).transaction([names.slices, names.times], mode)
    const over = new Promise<void>((done, failed) => {
      transaction.addEventListener('complete', () => done())
      transaction.addEventListener('abort', () => failed(transaction.error))
    })
    work({ slices: transaction.objectStore(names.slices), times: transaction.objectStore(names.times) })
    await over
  } catch {
    // Refused, full, or taken away meanwhile: the next one tries afresh.
    opening = undefined
  }
}

function open(): Promise<IDBDatabase> {
  const asked = indexedDB.open(names.database, 1)
  asked.addEventListener('upgradeneeded', () => {
    asked.result.createObjectStore(names.slices)
    asked.result.createObjectStore(names.times)
  })
  return new Promise((done, failed) => {
    asked.addEventListener('success', () => done(asked.result))
    asked.addEventListener('error', () => failed(asked.error))
  })
}
