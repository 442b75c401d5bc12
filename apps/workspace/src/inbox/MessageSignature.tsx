import Signature from 'lucide-solid/icons/signature'
import { useLanguage } from '../app/create-language.ts'
import { FoldedText } from './FoldedText.tsx'
import { RichText } from './RichText.tsx'

/** What a message of ours ended with, folded. */
export function MessageSignature(props: { html: string }) {
  const { t } = useLanguage()
  return (
    <FoldedText
      show={t('inbox.message.show_signature')}
      hide={t('inbox.message.hide_signature')}
      icon={<Signature aria-hidden="true" />}
    >
      <div class="folded-text">
        <RichText html={props.html} />
      </div>
    </FoldedText>
  )
}
