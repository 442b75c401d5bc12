import { createSignal, For } from 'solid-js'
import { Card } from '@comptoir/ui/Card'
import { Checkbox } from '@comptoir/ui/Checkbox'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import {
  noticeKinds,
  noticeWays,
  type NoticeKind,
  type NoticeSettings,
  type NoticeWay,
} from '@comptoir/contract/notices'
import { api } from '@comptoir/wire/api'
import { applyToNoticeSettings } from '@comptoir/wire/apply/notices'
import { ask } from '@comptoir/wire/ask'
import { useLanguage } from '../app/create-language.ts'
import { createSlice } from '../app/create-slice.ts'
import { Fetched } from '../app/Fetched.tsx'
import { useShowRefusal } from '../app/show-refusal.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { sendCommand } from '../live/send-command.ts'
import { PushHere } from './PushHere.tsx'
import { QuietHours } from './QuietHours.tsx'
import './NoticeSettings.css'

/** How one wants to be told: of what, by which way, and when not. Each change counts at once. */
export function NoticeSettingsCard() {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  const showRefusal = useShowRefusal()
  const here = api.api.w[':slug'].inbox.notices.settings
  const slice = createSlice(
    () => slug,
    () => ask(here.$get({ param: { slug } })),
    applyToNoticeSettings,
  )
  /** What was chosen here and the server does not have yet: shown at once, saved one after the other, the last wins. */
  const [chosen, setChosen] = createSignal<NoticeSettings>()
  let isSaving = false
  async function change(settings: NoticeSettings) {
    setChosen(settings)
    if (isSaving) return
    isSaving = true
    try {
      for (let saved: NoticeSettings | undefined; saved !== chosen();) {
        const json = chosen()!
        await sendCommand((commandId) => ask(here.$put({ param: { slug }, json: { commandId, settings: json } })))
        slice.change((state) => ({ ...state, settings: json }))
        saved = json
      }
    } catch (error) {
      showRefusal(error)
    } finally {
      isSaving = false
      setChosen(undefined)
    }
  }
  function toggle(settings: NoticeSettings, way: NoticeWay, kind: NoticeKind, isOn: boolean) {
    const others = settings.off[way].filter((one) => one !== kind)
    void change({ ...settings, off: { ...settings.off, [way]: isOn ? others : [...others, kind] } })
  }
  return (
    <div id="notifications">
      <Card title={t('notice_settings.title')}>
        <Fetched of={slice} loading={<SkeletonLines lines={6} />}>
          {(state) => (
            <>
              <table class="notice-ways">
                <thead>
                  <tr>
                    <th scope="col">{t('notice_settings.what')}</th>
                    <For each={noticeWays}>{(way) => <th scope="col">{t(`notice_settings.way.${way}`)}</th>}</For>
                  </tr>
                </thead>
                <tbody>
                  <For each={noticeKinds}>
                    {(kind) => (
                      <tr>
                        <th scope="row">{t(`notice_settings.kind.${kind}`)}</th>
                        <For each={noticeWays}>
                          {(way) => (
                            <td>
                              <Checkbox
                                label={`${t(`notice_settings.kind.${kind}`)}, ${t(`notice_settings.way.${way}`)}`}
                                labelShown="aloud"
                                checked={!(chosen() ?? state().settings).off[way].includes(kind)}
                                onChange={(isOn) => toggle(chosen() ?? state().settings, way, kind, isOn)}
                              />
                            </td>
                          )}
                        </For>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
              <p class="notice-hint">{t('notice_settings.digest_hint')}</p>
              <PushHere />
              <QuietHours settings={chosen() ?? state().settings} onChange={(next) => void change(next)} />
            </>
          )}
        </Fetched>
      </Card>
    </div>
  )
}
