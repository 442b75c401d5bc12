import { createSignal } from 'solid-js'
import { makeBackoff } from '@comptoir/wire/make-backoff'
import { isPassing } from '../../live/send-command.ts'

/** `waiting`: nobody answers, it is kept here and tried again. */
export type SaveState = 'saved' | 'dirty' | 'saving' | 'waiting' | 'refused'

const pauseMs = 600

/** Saves something one save at a time: when its writer pauses, again if it changed meanwhile, and until somebody answers. */
export function createSaver(parts: {
  write: () => Promise<void>
  /** What it is after a refusal. */
  onRefused: (error: unknown) => SaveState
  onSettled: () => void
  isBlocked: () => boolean
}) {
  const [state, setState] = createSignal<SaveState>('saved')
  const backoff = makeBackoff(Math.random)
  let changes = 0
  let pause: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<void> | undefined

  async function save(): Promise<void> {
    if (parts.isBlocked()) return
    if (saving) return saving.then(() => (state() === 'dirty' ? save() : undefined))
    const at = changes
    setState('saving')
    saving = parts.write().then(
      () => {
        backoff.reset()
        setState(at === changes ? 'saved' : 'dirty')
      },
      (error: unknown) => failed(error),
    )
    await saving
    saving = undefined
    parts.onSettled()
  }

  function failed(error: unknown) {
    if (!isPassing(error)) return void setState(parts.onRefused(error))
    setState('waiting')
    backoff.again(() => void (state() === 'waiting' && save()))
  }

  return {
    state,
    isSaving: () => saving !== undefined,
    /** Once no save is on its way. */
    idle: () => saving ?? Promise.resolve(),
    /** It changed: it is saved once nothing changes for a moment. */
    touch() {
      changes++
      setState('dirty')
      clearTimeout(pause)
      pause = setTimeout(() => void save(), pauseMs)
    },
    /** What is here is what the server has. */
    settle() {
      changes++
      clearTimeout(pause)
      setState('saved')
    },
    /** Saves now what is not saved yet. */
    async flush() {
      clearTimeout(pause)
      if (state() === 'dirty' || state() === 'waiting') await save()
    },
    stop() {
      clearTimeout(pause)
      backoff.cancel()
    },
  }
}
