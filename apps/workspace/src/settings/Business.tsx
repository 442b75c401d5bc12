import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { Locale } from '@comptoir/contract/base'
import { Banner } from '@comptoir/ui/Banner'
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
import { languages } from '../app/member-acts.ts'
import { usePageTitle } from '../app/page-title.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { OpeningHours } from './OpeningHours.tsx'
import { OpeningPicture } from './OpeningPicture.tsx'
import { timeZoneOptions } from './time-zones.ts'
import { UndoSend } from './UndoSend.tsx'

interface Edits {
  name?: string
  locale?: Locale
  timeZone?: string
  phone?: string
}

/** What holds for the whole business. What somebody else changes appears where one did not write. */
export default function Business() {
  const { t } = useLanguage()
  const { slug, workspace, isAdmin } = useWorkspace()
  const [edits, setEdits] = createStore<Edits>({})
  const intend = createIntent()
  const input = () => ({
    name: edits.name ?? workspace.name,
    locale: edits.locale ?? workspace.locale,
    timeZone: edits.timeZone ?? workspace.timeZone,
    phone: edits.phone ?? workspace.phone,
  })
  const save = createAct(async () => {
    const sent = input()
    await intend(sent, (commandId) =>
      ask(api.api.w[':slug'].settings.workspace.$put({ param: { slug }, json: { commandId, ...sent } })),
    )
    // What was typed meanwhile waits for the next time.
    for (const field of ['name', 'locale', 'timeZone', 'phone'] as const)
      if (edits[field] === sent[field]) setEdits(field, undefined)
    void showToast({ tone: 'success', text: t('common.saved') })
  })
  usePageTitle(() => t('settings.business'))
  return (
    <div class="page-body">
      <Show when={!isAdmin()}>
        <Banner tone="info">{t('settings.only_admin')}</Banner>
      </Show>
      <Card title={t('settings.business')}>
        <Form act={save} onSubmit={() => void save.run()} submit={isAdmin() ? t('common.save') : undefined}>
          <Field label={t('identity.business_name')} error={save.fields()['name']}>
            <TextInput
              autocomplete="organization"
              value={input().name}
              readonly={!isAdmin()}
              onText={(text) => setEdits('name', text)}
            />
          </Field>
          <Field label={t('settings.phone')} hint={t('settings.phone_hint')} error={save.fields()['phone']}>
            <TextInput
              type="tel"
              autocomplete="tel"
              value={input().phone}
              readonly={!isAdmin()}
              onText={(text) => setEdits('phone', text)}
            />
          </Field>
          <Field label={t('settings.locale')} hint={t('settings.locale_hint')} error={save.fields()['locale']}>
            <Select
              value={input().locale}
              options={languages}
              disabled={!isAdmin()}
              onChange={(value) => setEdits('locale', languages.find((one) => one.value === value)?.value)}
            />
          </Field>
          <Field label={t('settings.time_zone')} hint={t('settings.time_zone_hint')} error={save.fields()['timeZone']}>
            <Select
              value={input().timeZone}
              options={timeZoneOptions(workspace.timeZone)}
              disabled={!isAdmin()}
              onChange={(value) => setEdits('timeZone', value)}
            />
          </Field>
          <Field label={t('settings.address')} hint={t('settings.address_hint')}>
            <TextInput value={`${location.origin}/w/${slug}`} readonly />
          </Field>
        </Form>
      </Card>
      <UndoSend />
      <OpeningHours />
      <OpeningPicture />
    </div>
  )
}
