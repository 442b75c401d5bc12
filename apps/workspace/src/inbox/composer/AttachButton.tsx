import Paperclip from 'lucide-solid/icons/paperclip'
import { IconButton } from '@comptoir/ui/IconButton'
import { useLanguage } from '../../app/create-language.ts'

/** Lets one choose files from the device. */
export function AttachButton(props: {
  onFiles: (files: Iterable<File>) => void
  ref?: (input: HTMLInputElement) => void
}) {
  const { t } = useLanguage()
  let input!: HTMLInputElement
  return (
    <>
      <IconButton size="sm" label={t('inbox.composer.attach')} onClick={() => input.click()}>
        <Paperclip />
      </IconButton>
      <input
        ref={(element) => {
          input = element
          props.ref?.(element)
        }}
        type="file"
        multiple
        hidden
        aria-label={t('inbox.composer.attach')}
        onChange={() => {
          props.onFiles(input.files ?? [])
          // So that the same file can be chosen again.
          input.value = ''
        }}
      />
    </>
  )
}
