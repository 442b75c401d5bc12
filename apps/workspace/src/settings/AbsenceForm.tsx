import { createSignal, Show, untrack } from 'solid-js'
import { makeId } from '@comptoir/rules/uuid'
import { Button } from '@comptoir/ui/Button'
import { Field } from '@comptoir/ui/Field'
import { Select } from '@comptoir/ui/Select'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { TextInput } from '@comptoir/ui/TextInput'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import type { Absence } from '@comptoir/contract/identity'
import { todayIn } from '../app/away.ts'
import { createAct } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { Form } from '../app/Form.tsx'
import { useWorkspace } from '../app/workspace-context.ts'

/** When somebody is away, and who looks after what is theirs. */
export function AbsenceForm(props: { userId: string; onDone?: () => void }) {
  const { t, locale } = useLanguage()
  const workspace = useWorkspace()
  const userId = untrack(() => props.userId)
  const param = { slug: workspace.slug, userId }
  const route = api.api.w[':slug'].members[':userId'].absence
  const known = () => workspace.members[userId]?.absence ?? null
  const today = todayIn(workspace.workspace.timeZone)
  const begins = known()
  const [from, setFrom] = createSignal(begins?.fromOn ?? today)
  const [until, setUntil] = createSignal(begins?.untilOn ?? today)
  const [replacement, setReplacement] = createSignal(begins?.replacementId ?? '')
  const people = () =>
    Object.values(workspace.members)
      .filter((one) => one.userId !== userId && one.state === 'active' && one.role !== 'delegate')
      .sort((a, b) => a.name.localeCompare(b.name, locale()))

  const put = (absence: Absence) => ask(route.$put({ param, json: { commandId: makeId(), ...absence } }))
  const save = createAct(async () => {
    await put({ fromOn: from(), untilOn: until(), replacementId: replacement() || null })
    void showToast({ tone: 'success', text: t('absence.saved') })
    props.onDone?.()
  })
  const end = createAct(async () => {
    const before = known()
    await ask(route.end.$post({ param, json: { commandId: makeId() } }))
    const undo = before && { label: t('common.undo'), onClick: () => void put({ ...before }) }
    void showToast({ tone: 'success', text: t('absence.ended'), ...(undo && { action: undo }) })
    props.onDone?.()
  })

  return (
    <Form
      act={save}
      onSubmit={() => void save.run()}
      submit={t('common.save')}
      aside={
        <Show when={known()}>
          <Button busy={end.busy()} onClick={() => void end.run()}>
            {t('absence.end')}
          </Button>
        </Show>
      }
    >
      <Field label={t('absence.from')} error={save.fields()['fromOn']}>
        <TextInput type="date" value={from()} onText={setFrom} />
      </Field>
      <Field label={t('absence.last_day')} error={save.fields()['untilOn']}>
        <TextInput type="date" value={until()} onText={setUntil} />
      </Field>
      <Field label={t('absence.replacement')} hint={t('absence.replacement_hint')}>
        <Select
          value={replacement()}
          onChange={setReplacement}
          options={[
            { value: '', label: t('absence.nobody') },
            ...people().map((one) => ({ value: one.userId, label: one.name })),
          ]}
        />
      </Field>
    </Form>
  )
}
