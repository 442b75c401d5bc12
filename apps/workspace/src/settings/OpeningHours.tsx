import { createSignal, Index } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { OpeningHours as Hours } from '@comptoir/contract/settings'
import { Card } from '@comptoir/ui/Card'
import { Field } from '@comptoir/ui/Field'
import { Select } from '@comptoir/ui/Select'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { TextInput } from '@comptoir/ui/TextInput'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createAct } from '../app/create-act.ts'
import { createIntent } from '../app/create-intent.ts'
import { useLanguage } from '../app/create-language.ts'
import { Form } from '../app/Form.tsx'
import { useWorkspace } from '../app/workspace-context.ts'
import { parseSpans, writeSpans } from './parse-spans.ts'

const monday = Date.UTC(2024, 0, 1)
const dayMs = 86_400_000

/** When the business is open, a line for each day. What somebody else changes appears where one did not write. */
export function OpeningHours() {
  const { t, locale } = useLanguage()
  const { slug, workspace, isAdmin } = useWorkspace()
  const [edits, setEdits] = createStore<Record<number, string>>({})
  const [closedOn, setClosedOn] = createSignal<Hours['closedOn']>()
  const intend = createIntent()
  const kept = () => workspace.openingHours
  const textOf = (day: number) => edits[day] ?? writeSpans(kept()?.days[day] ?? [])
  const usual = () => (workspace.timeZone === 'Europe/Brussels' ? 'BE' : 'FR')
  const country = () => closedOn() ?? kept()?.closedOn ?? usual()
  const days = () => Array.from({ length: 7 }, (_, day) => day)
  const nameOf = (day: number) => {
    const name = new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(monday + day * dayMs)
    return name.charAt(0).toLocaleUpperCase() + name.slice(1)
  }
  const [unread, setUnread] = createSignal<number[]>([])
  const save = createAct(async () => {
    const spans = days().map((day) => parseSpans(textOf(day)))
    setUnread(days().filter((day) => spans[day] === null))
    if (unread().length > 0) return
    const isTold = spans.some((one) => one!.length > 0)
    const openingHours = isTold ? { days: spans.map((one) => one!), closedOn: country() } : null
    await intend(openingHours, (commandId) =>
      ask(
        api.api.w[':slug'].settings.workspace['opening-hours'].$put({
          param: { slug },
          json: { commandId, openingHours },
        }),
      ),
    )
    setEdits(Object.fromEntries(days().map((day) => [day, undefined])))
    setClosedOn(undefined)
    void showToast({ tone: 'success', text: t('common.saved') })
  })
  const errorOf = (day: number) =>
    unread().includes(day) ? t('invalid.spans') : save.fields()[`openingHours.days.${day}`]
  const countries = () => [
    { value: 'FR', label: t('settings.hours_closed_fr') },
    { value: 'BE', label: t('settings.hours_closed_be') },
    { value: 'none', label: t('settings.hours_closed_none') },
  ]
  return (
    <Card title={t('settings.hours')}>
      <Form act={save} onSubmit={() => void save.run()} submit={isAdmin() ? t('settings.hours_save') : undefined}>
        <p class="page-text">{t('settings.hours_what')}</p>
        <Index each={days()}>
          {(day) => (
            <Field
              label={nameOf(day())}
              hint={day() === 0 ? t('settings.hours_example') : undefined}
              error={errorOf(day())}
            >
              <TextInput
                autocomplete="off"
                value={textOf(day())}
                readonly={!isAdmin()}
                onText={(text) => setEdits(day(), text)}
              />
            </Field>
          )}
        </Index>
        <Field label={t('settings.hours_closed')}>
          <Select
            value={country()}
            options={countries()}
            disabled={!isAdmin()}
            onChange={(value) => setClosedOn(value as Hours['closedOn'])}
          />
        </Field>
      </Form>
    </Card>
  )
}
