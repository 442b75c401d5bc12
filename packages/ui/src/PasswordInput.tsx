import Eye from 'lucide-solid/icons/eye'
import EyeOff from 'lucide-solid/icons/eye-off'
import { createSignal, Show, splitProps } from 'solid-js'
import { IconButton } from './IconButton.tsx'
import { TextInput, type TextInputProps } from './TextInput.tsx'

/** A password, which its writer may look at. */
export function PasswordInput(
  props: Omit<TextInputProps, 'type' | 'trailing'> & { showLabel: string; hideLabel: string },
) {
  const [own, rest] = splitProps(props, ['showLabel', 'hideLabel'])
  const [type, setType] = createSignal<'password' | 'text'>('password')
  const hidden = () => type() === 'password'
  return (
    <TextInput
      autocapitalize="off"
      spellcheck={false}
      {...rest}
      type={type()}
      trailing={
        <IconButton
          size="sm"
          label={hidden() ? own.showLabel : own.hideLabel}
          onClick={() => setType(hidden() ? 'text' : 'password')}
        >
          <Show when={hidden()} fallback={<EyeOff />}>
            <Eye />
          </Show>
        </IconButton>
      }
    />
  )
}
