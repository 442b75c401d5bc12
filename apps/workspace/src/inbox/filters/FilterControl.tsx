import { createMemo, createSignal, Match, onCleanup, Switch, untrack } from 'solid-js'
import { beginnings, channels, type FilterChoices, type FilterPart } from '@comptoir/contract/filters'
import { sources } from '@comptoir/contract/views'
import { Select, type SelectOption } from '@comptoir/ui/Select'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../../app/create-language.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { byName } from '../../clients/by-name.ts'
import { staffByName } from '../staff-by-name.ts'

const typingMs = 300

/** How one part of a filter is chosen. */
export function FilterControl(props: {
  part: FilterPart
  said: string
  choices: FilterChoices | undefined
  onChange: (said: string, how?: 'typing') => void
}) {
  const { t, locale } = useLanguage()
  const workspace = useWorkspace()
  const [byDay, setByDay] = createSignal(untrack(() => /\d/.test(props.said)))
  let typing: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(typing))

  function onText(text: string) {
    clearTimeout(typing)
    const said = text.trim()
    if (said.length !== 1) typing = setTimeout(() => props.onChange(said, 'typing'), typingMs)
  }
  function onSince(said: string) {
    setByDay(said === 'day')
    if (said !== 'day') props.onChange(said)
  }

  const options = createMemo((): SelectOption[] => {
    const any = { value: '', label: t('filters.any') }
    switch (props.part) {
      case 'assignee': {
        const [me, ...others] = staffByName(workspace, locale())
        return [
          any,
          { value: 'me', label: t('inbox.acts.me', { name: me!.label }) },
          { value: 'nobody', label: t('filters.nobody') },
          ...others.map(({ userId, label }) => ({ value: userId, label })),
        ]
      }
      case 'tag':
        return [any, ...byName(props.choices?.tags ?? [], locale()).map(({ id, name }) => ({ value: id, label: name }))]
      case 'category':
        return [
          any,
          ...(props.choices?.categories ?? []).map(({ id, name }) => ({ value: id, label: name })),
          { value: 'none', label: t('filters.no_category') },
        ]
      case 'page':
        return [any, ...(props.choices?.pages ?? []).map((page) => ({ value: page, label: page }))]
      case 'source':
        return [any, ...sources.map((one) => ({ value: one, label: t(`views.sources.${one}`) }))]
      case 'channel':
        return [any, ...channels.map((one) => ({ value: one, label: t(`inbox.channel.${one}`) }))]
      case 'since':
        return [
          any,
          ...beginnings.map((one) => ({ value: one, label: t(`filters.since.${one}`) })),
          { value: 'day', label: t('filters.since.day') },
        ]
      case 'state':
        return [
          any,
          ...(['open', 'archived'] as const).map((one) => ({ value: one, label: t(`filters.state.${one}`) })),
        ]
      case 'unread':
        return [
          any,
          { value: 'mine', label: t('filters.unread.mine') },
          ...(workspace.isTeam() ? [{ value: 'assignee', label: t('filters.unread.assignee') }] : []),
        ]
      case 'waiting':
        return [any, { value: 'yes', label: t('filters.waiting') }]
      default:
        return []
    }
  })

  return (
    <Switch fallback={<Select size="sm" value={props.said} options={options()} onChange={props.onChange} />}>
      <Match when={props.part === 'text'}>
        <TextInput
          size="sm"
          type="search"
          maxlength={100}
          value={props.said}
          placeholder={t('filters.text_placeholder')}
          onText={onText}
        />
      </Match>
      <Match when={props.part === 'until'}>
        <TextInput size="sm" type="date" value={props.said} onChange={(e) => props.onChange(e.currentTarget.value)} />
      </Match>
      <Match when={props.part === 'since'}>
        <div class="filter-since">
          <Select size="sm" value={byDay() ? 'day' : props.said} options={options()} onChange={onSince} />
          <Switch>
            <Match when={byDay()}>
              <TextInput
                size="sm"
                type="date"
                id=""
                aria-label={t('filters.since.day')}
                value={/\d/.test(props.said) ? props.said : ''}
                onChange={(e) => props.onChange(e.currentTarget.value)}
              />
            </Match>
          </Switch>
        </div>
      </Match>
    </Switch>
  )
}
