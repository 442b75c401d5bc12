import { For, Match, Switch } from 'solid-js'
import { linesOf, type FieldValue } from '@comptoir/contract/field-values'
import { Tag } from '@comptoir/ui/Tag'
import { useLanguage } from '../app/create-language.ts'
import type { CardField } from './card-fields.ts'
import { showNumber } from './decimal.ts'
import { showPhone } from './show-phone.ts'

/** What a field says: a number in its groups, a day as one reads it, a choice in its colour, an address to be called. */
export function FieldShown(props: { field: CardField; value: FieldValue; links: 'links' | 'words' }) {
  const { t, format, locale } = useLanguage()
  const kind = () => props.field.kind
  const lines = () => linesOf(props.value)
  const chosen = () => props.field.choices.filter(({ id }) => lines().includes(id))
  const one = () => String(props.value)
  const wayTo = () => (kind() === 'email' || kind() === 'emails' ? 'mailto' : 'tel')
  const isReach = () => ['email', 'emails', 'phone', 'phones'].includes(kind())
  const shown = (line: string) => (wayTo() === 'tel' ? showPhone(line) : line)
  return (
    <Switch fallback={<span>{one()}</span>}>
      <Match when={kind() === 'choice' || kind() === 'choices'}>
        <span class="client-field-tags">
          <For each={chosen()}>{(choice) => <Tag tone={choice.tone}>{choice.name}</Tag>}</For>
        </span>
      </Match>
      <Match when={kind() === 'number'}>
        <span class="num">{showNumber(one(), locale())}</span>
      </Match>
      <Match when={kind() === 'date'}>
        <span>{format().wholeDay(one())}</span>
      </Match>
      <Match when={kind() === 'checkbox'}>{t('card.yes')}</Match>
      <Match when={isReach() && props.links === 'links'}>
        <ul class="client-field-lines">
          <For each={lines()}>
            {(line) => (
              <li>
                <a href={`${wayTo()}:${wayTo() === 'tel' ? line.replace(/[^+\d]/g, '') : line}`}>{shown(line)}</a>
              </li>
            )}
          </For>
        </ul>
      </Match>
      <Match when={isReach()}>
        <span>{lines().map(shown).join(', ')}</span>
      </Match>
    </Switch>
  )
}
