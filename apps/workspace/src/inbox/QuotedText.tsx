import Ellipsis from 'lucide-solid/icons/ellipsis'
import { Show } from 'solid-js'
import { useLanguage } from '../app/create-language.ts'
import { FoldedText } from './FoldedText.tsx'
import { PlainText } from './PlainText.tsx'

/** What a message repeats of earlier ones, folded. */
export function QuotedText(props: { text: string }) {
  const { t } = useLanguage()
  return (
    <Show when={props.text}>
      <FoldedText
        show={t('inbox.message.show_quote')}
        hide={t('inbox.message.hide_quote')}
        icon={<Ellipsis aria-hidden="true" />}
      >
        <blockquote class="folded-text">
          <PlainText text={props.text.trim()} />
        </blockquote>
      </FoldedText>
    </Show>
  )
}
