import type { SandboxMail } from '@comptoir/contract/messaging'
import { Avatar } from '@comptoir/ui/Avatar'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import { PostRow } from './PostRow.tsx'

export function LetterRow(props: { mail: SandboxMail; current: boolean }) {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  return (
    <PostRow
      href={`/w/${slug}/post-office/${props.mail.deliveryId}`}
      current={props.current}
      mark={<Avatar name={props.mail.toName || props.mail.to} seed={props.mail.to} />}
      name={t('messaging.to', { name: props.mail.toName || props.mail.to })}
      subject={props.mail.subject}
      preview={props.mail.preview}
      at={props.mail.at}
    />
  )
}
