import { FileChip } from '@comptoir/ui/FileChip'
import { useLanguage } from '../app/create-language.ts'

export function Attachment(props: { name: string; sizeBytes: number; href?: string }) {
  const { t, format } = useLanguage()
  return (
    <FileChip
      name={props.name || t('messaging.unnamed_file')}
      detail={format().bytes(props.sizeBytes)}
      href={props.href}
    />
  )
}
