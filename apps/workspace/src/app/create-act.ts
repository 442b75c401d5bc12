import { createSignal } from 'solid-js'
import { useLanguage } from './create-language.ts'
import { fieldErrorsOf, sentenceOf, useShowRefusal } from './show-refusal.ts'

/**
 * An act that asks the server, for a form: `run(…)`, `busy()`, what is wrong with each field and with the whole.
 * What is wrong with a field is told beside it, the rest by `refusal()`.
 */
export function createAct<Input extends unknown[]>(act: (...input: Input) => Promise<unknown>) {
  const language = useLanguage()
  const [state, setState] = createSignal<{ is: 'rest' } | { is: 'busy' } | { is: 'refused'; error: unknown }>({
    is: 'rest',
  })
  const refused = () => {
    const now = state()
    return now.is === 'refused' ? now.error : undefined
  }
  const fields = () => fieldErrorsOf(refused(), language)
  return {
    async run(...input: Input) {
      if (state().is === 'busy') return
      setState({ is: 'busy' })
      try {
        await act(...input)
        setState({ is: 'rest' })
      } catch (error) {
        setState({ is: 'refused', error })
      }
    },
    busy: () => state().is === 'busy',
    fields,
    refusal: () => (refused() && Object.keys(fields()).length === 0 ? sentenceOf(refused(), language) : undefined),
    /** What was refused is no longer said; what is under way goes on. */
    forget: () => setState((now) => (now.is === 'busy' ? now : { is: 'rest' })),
  }
}

/** An act of one press, without a form: a refusal is told in a toast. */
export function createPress<Input extends unknown[]>(act: (...input: Input) => Promise<unknown>) {
  const showRefusal = useShowRefusal()
  const [busy, setBusy] = createSignal(false)
  return {
    busy,
    async run(...input: Input) {
      if (busy()) return
      setBusy(true)
      try {
        await act(...input)
      } catch (error) {
        showRefusal(error)
      } finally {
        setBusy(false)
      }
    },
  }
}
