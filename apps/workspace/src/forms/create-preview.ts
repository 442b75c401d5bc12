import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { isQuestion, type FormField, type FormView, type PreviewFormInput } from '@comptoir/contract/forms'
import { api } from '@comptoir/wire/api'
import { ask, Refused } from '@comptoir/wire/ask'
import { makeBackoff } from '@comptoir/wire/make-backoff'
import { useLanguage } from '../app/create-language.ts'
import { useTheme } from '../app/theme-context.ts'
import { useWorkspace } from '../app/workspace-context.ts'

/** The page of a form as the server would show it, asked anew a moment after it changes; undefined until there is one. */
export function createPreview(form: () => FormView): () => string | undefined {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  const theme = useTheme()
  const [page, setPage] = createSignal<string>()
  const input = createMemo(() => {
    const { state: _, version: __, mailboxId: ___, ...content } = form()
    const fields = content.fields.map((field) => shownAs(field, t('forms.question_empty')))
    return JSON.stringify({ ...content, fields, theme: theme.shown() } satisfies PreviewFormInput)
  })
  const backoff = makeBackoff(Math.random)
  let asked = 0
  createEffect(
    on(input, (json) => {
      const mine = ++asked
      const show = async () => {
        const preview = api.api.w[':slug'].forms.preview
        try {
          const answer = await ask(preview.$post({ param: { slug }, json: JSON.parse(json) as PreviewFormInput }))
          backoff.reset()
          if (mine === asked) setPage(answer.page)
        } catch (error) {
          // What cannot be shown yet, such as a form without a message, leaves the last page that could.
          if (mine === asked && !(error instanceof Refused)) backoff.again(() => void show())
        }
      }
      const waiting = setTimeout(() => void show(), page() === undefined ? 0 : waitMs)
      onCleanup(() => {
        clearTimeout(waiting)
        backoff.cancel()
      })
    }),
  )
  onCleanup(() => asked++)
  return page
}

/** A question one is about to write has no words yet. */
function shownAs(field: FormField, empty: string): FormField {
  if (field.kind === 'choice') {
    const options = [...new Set(field.options)]
    return { ...field, label: field.label.trim() || empty, options: options.length > 1 ? options : ['…', '… …'] }
  }
  return isQuestion(field.kind) ? { ...field, label: field.label.trim() || empty } : field
}

const waitMs = 250
