import type { JSX } from 'solid-js'
import { IconButton } from '@comptoir/ui/IconButton'

/** Lets one choose files from the device. */
export function FileButton(props: {
  label: string
  /** Its icon. */
  children: JSX.Element
  /** Media types; any without it. */
  accept?: string
  onFiles: (files: Iterable<File>) => void
  ref?: (input: HTMLInputElement) => void
}) {
  let input!: HTMLInputElement
  return (
    <>
      <IconButton size="sm" label={props.label} onClick={() => input.click()}>
        {props.children}
      </IconButton>
      <input
        ref={(element) => {
          input = element
          props.ref?.(element)
        }}
        type="file"
        accept={props.accept}
        multiple
        hidden
        aria-label={props.label}
        onChange={() => {
          props.onFiles(input.files ?? [])
          // So that the same file can be chosen again.
          input.value = ''
        }}
      />
    </>
  )
}
