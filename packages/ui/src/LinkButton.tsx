import { splitProps, type JSX } from 'solid-js'
import type { ButtonProps } from './Button.tsx'
import './Button.css'

/** A link that looks like a button: it goes somewhere, it does not act. */
export function LinkButton(
  props: JSX.AnchorHTMLAttributes<HTMLAnchorElement> & Pick<ButtonProps, 'tone' | 'size' | 'icon'>,
) {
  const [own, rest] = splitProps(props, ['tone', 'size', 'icon', 'class', 'children'])
  return (
    <a
      {...rest}
      class={own.class ? `button ${own.class}` : 'button'}
      data-tone={own.tone ?? 'secondary'}
      data-size={own.size ?? 'md'}
    >
      {own.icon}
      {own.children}
    </a>
  )
}
