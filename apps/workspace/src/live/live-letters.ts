import { createRoot, createSignal } from 'solid-js'
import type { LetterPlace, UnsentLetter } from '@comptoir/contract/unsent-letters'
import { applyToLetters, type LettersState } from '@comptoir/wire/apply/letters'
import type { OpenWorkspace } from '../app/create-workspace.ts'
import { keptManyOnDevice } from '../app/kept-on-device.ts'
import { isAt, keyOf } from '../inbox/unsent/letter-place.ts'
import type { LeftLetter } from '../inbox/unsent/letter-writing.ts'
import { takeFormer } from '../inbox/unsent/take-former.ts'
import { createSlices } from './create-slices.ts'
import { lettersApi } from './letters-api.ts'

export type LiveLetters = ReturnType<typeof createLiveLetters>
export type LeftLetters = Pick<LiveLetters['left'], 'all' | 'keep' | 'forget'>

const all = 'all'
const known = new WeakMap<OpenWorkspace, LiveLetters>()

/** The letters one is writing, kept up to date for as long as the business is open, once they were asked for. */
export function liveLettersOf(workspace: OpenWorkspace): LiveLetters {
  const kept = known.get(workspace)
  if (kept) return kept
  const made = createRoot(() => createLiveLetters(workspace))
  known.set(workspace, made)
  return made
}

function createLiveLetters(workspace: OpenWorkspace) {
  const { slug } = workspace
  const { userId } = workspace.me()
  const api = lettersApi(slug)
  const slices = createSlices<LettersState>(workspace.events, {
    fetch: api.list,
    apply: (state, event) => applyToLetters(state, event, { userId, role: workspace.role() }),
    keep: 1,
  })
  const left = createLeft(`letters ${slug} ${userId}`)
  takeFormer(left, `beginning ${slug} ${userId}`)
  const onServer = () => {
    const state = slices.state(all)
    return state.is === 'ready' ? state.slice.letters : []
  }
  return {
    api,
    left,
    open: () => slices.open(all),
    /** What the server has at this place. */
    at: (place: LetterPlace): UnsentLetter | undefined => onServer().find((one) => isAt(one, place)),
    /** Those that wait, the one touched last first: what this device alone has of beginnings, then the server's. */
    waiting: (): WaitingLetter[] => [
      ...left.shown().filter((one) => one.about === 'beginning' && !onServer().some((other) => isAt(one, other))),
      ...onServer(),
    ],
  }
}

/** A letter as a list shows it. `updatedAt` is absent of what the server has not seen. */
export type WaitingLetter = Omit<UnsentLetter, 'version' | 'updatedAt'> & { updatedAt?: string }

/** What this device has and the server not yet. */
function createLeft(name: string) {
  const device = keptManyOnDevice<LeftLetter>(name)
  const [shown, setShown] = createSignal(device.all())
  const open = new Set<string>()
  return {
    /** A dialog of this page writes it, and saves it by itself. */
    isOpen: (place: LetterPlace) => open.has(keyOf(place)),
    enter: (place: LetterPlace) => void open.add(keyOf(place)),
    leave: (place: LetterPlace) => void open.delete(keyOf(place)),
    all: device.all,
    shown: () => shown().map(({ about, aboutId, writing }) => ({ about, aboutId, conversationId: null, ...writing })),
    keep(letter: LeftLetter) {
      device.keep(keyOf(letter), letter)
      setShown(device.all())
    },
    forget(place: LetterPlace) {
      device.forget(keyOf(place))
      setShown(device.all())
    },
  }
}
