import Plus from 'lucide-solid/icons/plus'
import X from 'lucide-solid/icons/x'
import { Index } from 'solid-js'
import { IconButton } from '@comptoir/ui/IconButton'
import { TextInput } from '@comptoir/ui/TextInput'
import { useLanguage } from '../app/create-language.ts'

/** Several values of one kind, one a line; there is always a line to write in. */
export function ManyLines(props: {
  label: string
  type: 'email' | 'tel'
  values: readonly string[]
  onChange: (values: string[]) => void
}) {
  const { t } = useLanguage()
  let group!: HTMLDivElement
  const lines = () => (props.values.length > 0 ? props.values : [''])
  const isLast = (at: number) => at === lines().length - 1
  const focusOn = (at: number) => queueMicrotask(() => group.querySelectorAll('input')[at]?.focus())
  function add() {
    props.onChange([...lines(), ''])
    focusOn(lines().length - 1)
  }
  function remove(at: number) {
    props.onChange(lines().filter((_, i) => i !== at))
    focusOn(Math.max(0, at - 1))
  }
  return (
    <div class="many-lines" role="group" aria-label={props.label} ref={group}>
      <Index each={lines()}>
        {(value, at) => (
          <div class="many-lines-row">
            <TextInput
              size="sm"
              type={props.type}
              inputmode={props.type}
              autocomplete="off"
              maxlength={254}
              id=""
              aria-label={`${props.label} ${at + 1}`}
              value={value()}
              onText={(text) => props.onChange(lines().map((one, i) => (i === at ? text : one)))}
            />
            <IconButton
              size="sm"
              label={t('clients.remove_line', { value: value() || props.label })}
              onClick={() => remove(at)}
            >
              <X />
            </IconButton>
            {isLast(at) && (
              <IconButton size="sm" label={t('card.one_more', { field: props.label })} onClick={add}>
                <Plus />
              </IconButton>
            )}
          </div>
        )}
      </Index>
    </div>
  )
}
