import { createSignal } from 'solid-js'
import { isStandard } from '@comptoir/contract/client-fields'
import { isSameValue, linesOf, readValue, valueOf, type FieldValue } from '@comptoir/contract/field-values'
import type { ClientView } from '@comptoir/contract/clients'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { Refused } from '@comptoir/wire/ask'
import { useLanguage } from '../app/create-language.ts'
import { sentenceOf, useShowRefusal } from '../app/show-refusal.ts'
import type { CardField } from './card-fields.ts'
import { useClientActs } from './client-acts.ts'
import { readNumber, writeNumber } from './decimal.ts'

export type FieldEdit = ReturnType<typeof createFieldEdit>

/**
 * A field that is changed where it stands. What somebody else writes there meanwhile is shown beside what one wrote,
 * and neither takes the place of the other before one has said which stays.
 */
export function createFieldEdit(client: () => ClientView, field: () => CardField) {
  const language = useLanguage()
  const { t, locale } = language
  const acts = useClientActs()
  const showRefusal = useShowRefusal()
  const [draft, setDraft] = createSignal<FieldValue>()
  const [seen, setSeen] = createSignal<FieldValue>('')
  const [problem, setProblem] = createSignal<string>()
  const [busy, setBusy] = createSignal<'busy' | 'rest'>('rest')
  /** What a colleague wrote, as the server told it before the live line did. */
  const [told, setTold] = createSignal<FieldValue>()
  const now = () => valueOf(client(), field().id)
  // A choice that was removed is neither shown nor written again; who leaves it alone leaves it there.
  const living = (value: FieldValue): FieldValue =>
    field().kind === 'choice' || field().kind === 'choices'
      ? linesOf(value).filter((id) => field().choices.some((choice) => choice.id === id))
      : value

  function begin() {
    setSeen(now())
    setProblem(undefined)
    setTold(undefined)
    setDraft(field().kind === 'number' ? writeNumber(String(now()), locale()) : living(now()))
  }
  function leave() {
    setDraft(undefined)
    setProblem(undefined)
  }
  function read(written: FieldValue) {
    const said = field().kind === 'number' ? readNumber(String(written)) : written
    const { id, kind } = field()
    if (isStandard(id)) return readValue({ is: 'standard', name: id }, said)
    return kind === 'emails' || kind === 'phones'
      ? ({ is: 'read', value: said } as const)
      : readValue({ is: 'own', kind }, said)
  }

  /** Answers whether the editor may be left. */
  async function save(written = draft()): Promise<'left' | 'kept'> {
    if (written === undefined || busy() === 'busy') return 'kept'
    const asked = read(written)
    if (asked.is === 'wrong') {
      setProblem(language.sentence(asked.why, {}, 'invalid.format'))
      return 'kept'
    }
    if (isSameValue(asked.value, living(seen())) && isSameValue(seen(), now())) {
      leave()
      return 'left'
    }
    setBusy('busy')
    try {
      const was = seen()
      await acts.setField(client().id, field().id, asked.value, was)
      leave()
      say(asked.value, living(was))
      return 'left'
    } catch (error) {
      refused(error)
      return 'kept'
    } finally {
      setBusy('rest')
    }
  }
  function refused(error: unknown) {
    // What a colleague wrote is on its way, or here already: it is shown beside.
    if (error instanceof Refused && error.body.message === 'errors.field_changed') {
      setTold(valueOf(error.body.details?.['client'] as ClientView, field().id))
      return
    }
    const why = error instanceof Refused ? error.fields['value'] : undefined
    setProblem(why ? language.sentence(why, {}, 'invalid.format') : sentenceOf(error, language))
  }
  function say(value: FieldValue, was: FieldValue) {
    const { id, label } = field()
    const clientId = client().id
    const takeBack = () => acts.setField(clientId, id, was, value).catch(showRefusal)
    void showToast({
      about: 'card',
      text: t('card.saved', { field: label }),
      action: { label: t('common.undo'), onClick: () => void takeBack() },
    })
  }

  function theirs() {
    if (draft() === undefined) return undefined
    return isSameValue(now(), seen()) ? told() : now()
  }

  return {
    draft,
    isOpen: () => draft() !== undefined,
    begin,
    leave,
    save,
    write(value: FieldValue) {
      setProblem(undefined)
      setDraft(value)
    },
    problem,
    busy: () => busy() === 'busy',
    now,
    /** What somebody else wrote since one began, where it is another thing. */
    theirs,
    keepMine() {
      setSeen(theirs() ?? now())
      setTold(undefined)
      return save()
    },
    takeTheirs: leave,
  }
}
