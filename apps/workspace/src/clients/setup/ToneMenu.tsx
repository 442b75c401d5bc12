import type { Tone } from '@comptoir/contract/clients'
import { tone as tones } from '@comptoir/contract/client-fields'
import { Menu } from '@comptoir/ui/Menu'
import { useLanguage } from '../../app/create-language.ts'

/** The colour of a choice, a category or a tag. */
export function ToneMenu(props: { name: string; tone: Tone; onChange: (tone: Tone) => void }) {
  const { t } = useLanguage()
  return (
    <Menu
      place="bottom-start"
      trigger={(bind) => (
        <button
          {...bind}
          type="button"
          class="tone-button"
          data-tone={props.tone}
          aria-label={t('client_fields.tone_of', { name: props.name, tone: t(`client_fields.tones.${props.tone}`) })}
        />
      )}
      entries={[
        {
          label: t('client_fields.tone'),
          value: props.tone,
          choices: tones.options.map((value) => ({ value, label: t(`client_fields.tones.${value}`) })),
          onChange: (value) => props.onChange(value as Tone),
        },
      ]}
    />
  )
}
