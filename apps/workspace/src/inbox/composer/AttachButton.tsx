import Paperclip from 'lucide-solid/icons/paperclip'
import { useLanguage } from '../../app/create-language.ts'
import { FileButton } from './FileButton.tsx'

/** Puts files beside what is written. */
export function AttachButton(props: {
  onFiles: (files: Iterable<File>) => void
  ref?: (input: HTMLInputElement) => void
}) {
  const { t } = useLanguage()
  return (
    <FileButton label={t('inbox.composer.attach')} onFiles={props.onFiles} {...(props.ref && { ref: props.ref })}>
      <Paperclip />
    </FileButton>
  )
}
