import { createSignal, For, onMount, Show, untrack } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { ReminderWish } from '@comptoir/contract/reminders'
import { remindTimes } from '@comptoir/rules/remind-times'
import { addDays, instantAt, wallClockAt } from '@comptoir/rules/wall-clock'
import { Button } from '@comptoir/ui/Button'
import { Checkbox } from '@comptoir/ui/Checkbox'
import { Field } from '@comptoir/ui/Field'
import { SegmentedControl } from '@comptoir/ui/SegmentedControl'
import { TextInput } from '@comptoir/ui/TextInput'
import { serverNow } from '@comptoir/wire/server-clock'
import { useLanguage } from '../../app/create-language.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import './RemindForm.css'

/** When to be reminded, of what, and who: one press on a usual time sets it, or a date and time of one's own. */
export function RemindForm(props: { from?: ReminderWish | undefined; onWish: (wish: ReminderWish) => void }) {
  const { t, format } = useLanguage()
  const { workspace, me, memberName } = useWorkspace()
  // Another one to change is another form.
  const from = untrack(() => props.from)
  const now = new Date(serverNow())
  const zone = workspace.timeZone
  const first =
    from && from.dueAt > now.toISOString()
      ? wallClockAt(new Date(from.dueAt), zone)
      : { date: addDays(wallClockAt(now, zone).date, 1), time: '09:00' }
  const [wish, setWish] = createStore({
    ...first,
    note: from?.note ?? '',
    ownerId: from ? from.ownerId : me().userId,
    condition: from?.condition ?? ('always' as const),
  })
  const [missing, setMissing] = createSignal<string>()
  let form!: HTMLFormElement
  // A finger would get a keyboard over the times it wants to press.
  onMount(() => matchMedia('(pointer: fine)').matches && form.querySelector('input')?.focus())

  function choose(at: Date) {
    const { note, ownerId, condition } = wish
    props.onWish({ dueAt: at.toISOString(), note: note.trim(), ownerId, condition })
  }

  function chooseOwn() {
    if (!wish.date || !wish.time) return setMissing(t('reminders.date_missing'))
    const at = instantAt({ date: wish.date, time: wish.time }, zone)
    if (at.getTime() <= serverNow()) return setMissing(t('errors.reminder_past'))
    return choose(at)
  }

  const owners = () => {
    const mine = { value: me().userId, label: t('reminders.me') }
    const team = { value: '', label: t('reminders.team') }
    const theirs = from?.ownerId && from.ownerId !== me().userId ? [from.ownerId] : []
    return [mine, team, ...theirs.map((value) => ({ value, label: memberName(value) }))]
  }

  return (
    <form
      ref={form}
      class="remind-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        chooseOwn()
      }}
    >
      <Field label={t('reminders.note')} labelShown="aloud">
        <TextInput
          size="sm"
          maxlength={300}
          autocomplete="off"
          placeholder={t('reminders.note_placeholder')}
          value={wish.note}
          onText={(note) => setWish({ note })}
        />
      </Field>
      <div class="remind-form-who">
        <SegmentedControl
          label={t('reminders.who')}
          value={wish.ownerId ?? ''}
          options={owners()}
          onChange={(ownerId) => setWish({ ownerId: ownerId || null })}
        />
      </div>
      <Checkbox
        label={t('reminders.unanswered')}
        hint={t('reminders.unanswered_hint')}
        checked={wish.condition === 'unanswered'}
        onChange={(checked) => setWish({ condition: checked ? 'unanswered' : 'always' })}
      />
      <ul class="remind-times">
        <For each={remindTimes(now, zone)}>
          {({ is, at }) => (
            <li>
              <button type="button" class="remind-time" onClick={() => choose(at)}>
                <span>{t(`reminders.${is}`)}</span>
                <time class="num" datetime={at.toISOString()}>
                  {format().moment(at.toISOString())}
                </time>
              </button>
            </li>
          )}
        </For>
      </ul>
      <div class="remind-form-own">
        <Field label={t('reminders.date')} error={missing()}>
          <TextInput
            type="date"
            size="sm"
            min={wallClockAt(now, zone).date}
            value={wish.date}
            onText={(date) => setWish({ date })}
          />
        </Field>
        <Field label={t('reminders.time')}>
          <TextInput type="time" size="sm" value={wish.time} onText={(time) => setWish({ time })} />
        </Field>
      </div>
      <Button type="submit" size="sm" tone="primary">
        <Show when={from} fallback={t('reminders.set')}>
          {t('reminders.move')}
        </Show>
      </Button>
    </form>
  )
}
