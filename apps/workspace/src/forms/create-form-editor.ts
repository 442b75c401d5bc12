import { createMemo, createSignal } from 'solid-js'
import type { FormField, FormSlice, FormView } from '@comptoir/contract/forms'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { api } from '@comptoir/wire/api'
import { applyToForm } from '@comptoir/wire/apply/forms'
import { ask } from '@comptoir/wire/ask'
import { createAct, createPress } from '../app/create-act.ts'
import { createIntent } from '../app/create-intent.ts'
import { useLanguage } from '../app/create-language.ts'
import { createSlice } from '../app/create-slice.ts'
import { createTurn } from '../app/create-turn.ts'
import { keptInTab } from '../app/kept-in-tab.ts'
import { useWorkspace } from '../app/workspace-context.ts'

export type FormEditor = ReturnType<typeof createFormEditor>

/** The form as it is kept, live, and what is being changed of it, which waits until it is saved. */
export function createFormEditor() {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  const route = api.api.w[':slug'].forms
  const fetched = createSlice(
    () => slug,
    (of): Promise<FormSlice> => ask(route.$get({ param: { slug: of } })),
    applyToForm,
  )
  const kept = keptInTab<FormView>(`form of ${slug}`)
  const [draft, showDraft] = createSignal(kept.read())
  // Kept as it is set: a change may be taken back after this page was left.
  function setDraft(next: FormView | undefined) {
    showDraft(next)
    if (next) kept.keep(next)
    else kept.forget()
  }
  const saved = () => fetched.value()?.form
  const form = createMemo(() => draft() ?? saved())
  const isChanged = () => !isSame(draft() ?? saved(), saved())
  const intend = createIntent()

  async function put(whole: FormView) {
    const answer = await intend(whole, (commandId) =>
      ask(route.$put({ param: { slug }, json: { commandId, ...whole } })),
    )
    const { form: next } = answer
    fetched.change((slice) => (slice.form.version < next.version ? { ...slice, form: next } : slice))
    const now = draft()
    // What is changed here stands on what was kept only where it stood on what that stood on.
    if (now)
      setDraft({ ...now, state: next.state, version: now.version === whole.version ? next.version : now.version })
  }
  const undo = createPress(async (before: (now: FormView) => FormView) => {
    const now = saved()
    if (!now) return
    await put({ ...before(now), version: now.version })
    void showToast({ tone: 'success', text: t('forms.undone') })
  })
  /** Says what was done; undoing it leaves alone what was done besides. */
  function told(text: string, before: (now: FormView) => FormView) {
    const back = { label: t('common.undo'), onClick: () => void undo.run(before) }
    void showToast({ tone: 'success', text, action: back })
  }

  const save = createAct(async () => {
    const [now, before] = [draft(), saved()]
    if (!now || !before) return
    await put(now)
    // What was typed meanwhile waits for the next time.
    if (isSame(draft(), now)) setDraft(undefined)
    told(t('common.saved'), ({ state }) => ({ ...before, state }))
  })
  const { state, turn } = createTurn(
    () => saved()?.state ?? 'off',
    async (next) => {
      const before = saved()
      if (!before) return
      await put({ ...before, state: next })
      told(t(next === 'on' ? 'forms.opened' : 'forms.closed'), (then) => ({ ...then, state: before.state }))
    },
  )
  /** Back to what is kept, with the way to one's own. */
  function discard() {
    const dropped = draft()
    save.forget()
    setDraft(undefined)
    const back = { label: t('common.undo'), onClick: () => setDraft(dropped) }
    void showToast({ text: t('forms.discarded'), action: back })
  }

  return {
    fetched,
    form,
    saved,
    save,
    state,
    turn,
    isChanged,
    /** Somebody else kept another version of what is being changed here. */
    isBehind: () => isChanged() && (draft()?.version ?? 0) < (saved()?.version ?? 0),
    change(change: Partial<FormView>) {
      const now = form()
      if (!now) return
      const next = { ...now, ...change }
      save.forget()
      // While something else is being saved, what was kept before is a change too.
      setDraft(!save.busy() && isSame(next, saved()) ? undefined : next)
    },
    changeField(id: string, change: Partial<FormField>) {
      const fields = form()?.fields.map((field) => (field.id === id ? ({ ...field, ...change } as FormField) : field))
      this.change({ fields })
    },
    discard,
    takeTheirs: discard,
    keepMine() {
      const [mine, theirs] = [draft(), saved()]
      if (mine && theirs) setDraft({ ...mine, state: theirs.state, version: theirs.version })
    },
  }
}

/** Whether two say the same, whatever their version and wherever they are on or off. */
function isSame(one: FormView | undefined, other: FormView | undefined) {
  const words = (form: FormView | undefined) => JSON.stringify(form && { ...form, version: 0, state: 'on' }, sortedKeys)
  return words(one) === words(other)
}

/** The server may tell the same in another order. */
function sortedKeys(_: string, value: unknown) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
