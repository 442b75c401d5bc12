import { For, Show } from 'solid-js'
import { Checkbox } from '@comptoir/ui/Checkbox'
import { Field } from '@comptoir/ui/Field'
import { Select } from '@comptoir/ui/Select'
import { Switch } from '@comptoir/ui/Switch'
import { TextInput } from '@comptoir/ui/TextInput'
import type { NoticeSettings } from '@comptoir/contract/notices'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { timeZoneOptions } from '../settings/time-zones.ts'

const nights = { from: '20:00', until: '07:30', days: [1, 2, 3, 4, 5, 6, 7] }
const week = [1, 2, 3, 4, 5, 6, 7]

/** When neither push nor mail may come, by which clock. */
export function QuietHours(props: { settings: NoticeSettings; onChange: (settings: NoticeSettings) => void }) {
  const { t, locale } = useLanguage()
  const { workspace } = useWorkspace()
  const zone = () => props.settings.timeZone ?? workspace.timeZone
  // Any Monday: only the names of the days are wanted.
  const nameOf = (day: number) =>
    new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 10, 15 + day))
  const change = (part: Partial<NonNullable<NoticeSettings['quiet']>>) =>
    props.settings.quiet && props.onChange({ ...props.settings, quiet: { ...props.settings.quiet, ...part } })
  // A clock that is half typed is no hour yet.
  const changeClock = (name: 'from' | 'until', value: string) => value && change({ [name]: value })
  return (
    <div class="quiet-hours">
      <Switch
        label={t('notice_settings.quiet')}
        hint={t('notice_settings.quiet_hint')}
        checked={props.settings.quiet !== null}
        onChange={(isOn) => props.onChange({ ...props.settings, quiet: isOn ? nights : null })}
      />
      <Show when={props.settings.quiet}>
        {(quiet) => (
          <>
            <div class="quiet-clocks">
              <Field label={t('notice_settings.from')}>
                <TextInput
                  type="time"
                  value={quiet().from}
                  onChange={(event) => changeClock('from', event.currentTarget.value)}
                />
              </Field>
              <Field label={t('notice_settings.until')}>
                <TextInput
                  type="time"
                  value={quiet().until}
                  onChange={(event) => changeClock('until', event.currentTarget.value)}
                />
              </Field>
              <Field label={t('notice_settings.zone')}>
                <Select
                  value={zone()}
                  options={timeZoneOptions(zone())}
                  onChange={(timeZone) => props.onChange({ ...props.settings, timeZone })}
                />
              </Field>
            </div>
            <fieldset class="quiet-days">
              <legend>{t('notice_settings.days')}</legend>
              <For each={week}>
                {(day) => (
                  <Checkbox
                    label={nameOf(day)}
                    checked={quiet().days.includes(day)}
                    onChange={(isOn) =>
                      change({ days: week.filter((one) => (one === day ? isOn : quiet().days.includes(one))) })
                    }
                  />
                )}
              </For>
            </fieldset>
          </>
        )}
      </Show>
    </div>
  )
}
