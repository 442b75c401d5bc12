import { createSignal } from 'solid-js'
import { useLanguage } from '../app/create-language.ts'
import { fieldErrorsOf, sentenceOf } from '../app/show-refusal.ts'

/** A line in which one thing after another is added: it is empty at once for the next, and full again if refused. */
export function createAdding(add: (said: string) => Promise<unknown>) {
  const language = useLanguage()
  const [text, setText] = createSignal('')
  const [refused, setRefused] = createSignal<unknown>()
  return {
    text,
    setText,
    /** Who types quickly does not wait for the one before. */
    async run() {
      const said = text().trim()
      if (!said) return
      setText('')
      setRefused(undefined)
      try {
        await add(said)
      } catch (error) {
        if (!text()) setText(said)
        setRefused(error)
      }
    },
    /** What is wrong, as a sentence. */
    problem() {
      const error = refused()
      return error === undefined
        ? undefined
        : (Object.values(fieldErrorsOf(error, language))[0] ?? sentenceOf(error, language))
    },
  }
}
