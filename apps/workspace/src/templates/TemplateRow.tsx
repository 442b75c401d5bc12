import Copy from 'lucide-solid/icons/copy'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Lock from 'lucide-solid/icons/lock'
import Paperclip from 'lucide-solid/icons/paperclip'
import Pencil from 'lucide-solid/icons/pencil'
import Trash from 'lucide-solid/icons/trash'
import { Show } from 'solid-js'
import type { TemplateView } from '@comptoir/contract/templates'
import { IconButton } from '@comptoir/ui/IconButton'
import { Menu, type MenuEntry } from '@comptoir/ui/Menu'
import { Tag } from '@comptoir/ui/Tag'
import { useLanguage } from '../app/create-language.ts'
import { templateLine } from './template-words.ts'
import type { useTemplateCommands } from './template-commands.ts'

/** A kept text: what it is called, how it begins, how often it was used. */
export function TemplateRow(props: {
  template: TemplateView
  /** Whether this person may change it. */
  mayChange: boolean
  commands: ReturnType<typeof useTemplateCommands>
  onChange: () => void
}) {
  const language = useLanguage()
  const { t, format } = language
  const used = () => {
    const { useCount: n, lastUsedAt } = props.template
    if (n === 0 || !lastUsedAt) return t('templates.unused')
    return t('templates.used', { n, when: format().date(lastUsedAt) })
  }
  const duplicate: MenuEntry = {
    label: t('templates.duplicate'),
    icon: <Copy />,
    onSelect: () => void props.commands.duplicate.run(props.template),
  }
  const entries = (): MenuEntry[] =>
    props.mayChange
      ? [
          { label: t('templates.change'), icon: <Pencil />, onSelect: () => props.onChange() },
          duplicate,
          'separator',
          {
            label: t('templates.remove'),
            icon: <Trash />,
            tone: 'danger',
            onSelect: () => void props.commands.remove.run(props.template),
          },
        ]
      : [duplicate]
  return (
    <li class="template-row">
      <div class="template-words">
        <p class="template-head">
          <Show when={props.mayChange} fallback={<span class="template-name truncate">{props.template.name}</span>}>
            <button type="button" class="template-name truncate" onClick={() => props.onChange()}>
              {props.template.name}
            </button>
          </Show>
          <Show when={props.template.whose === 'own'}>
            <Tag icon={<Lock aria-hidden="true" />}>{t('templates.own_tag')}</Tag>
          </Show>
          <Show when={props.template.files.length > 0}>
            <Tag icon={<Paperclip aria-hidden="true" />}>
              {t('templates.files', { n: props.template.files.length })}
            </Tag>
          </Show>
        </p>
        <p class="template-line truncate">{templateLine(language, props.template)}</p>
      </div>
      <span class="template-used num">{used()}</span>
      <Menu
        entries={entries()}
        trigger={(bind) => (
          <IconButton {...bind} label={t('settings.acts_on', { name: props.template.name })}>
            <Ellipsis />
          </IconButton>
        )}
      />
    </li>
  )
}
