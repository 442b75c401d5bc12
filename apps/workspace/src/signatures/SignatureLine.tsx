import ChevronRight from 'lucide-solid/icons/chevron-right'
import Signature from 'lucide-solid/icons/signature'
import X from 'lucide-solid/icons/x'
import { Show } from 'solid-js'
import type { PrescribedSignature, SignatureChoice } from '@comptoir/contract/signatures'
import { IconButton } from '@comptoir/ui/IconButton'
import { useLanguage } from '../app/create-language.ts'
import { htmlToText } from '../inbox/composer/html-text.ts'
import { RichText } from '../inbox/RichText.tsx'
import { createSignatures } from './create-signatures.ts'
import './SignatureLine.css'

/** What the mail one writes will end with, folded; one's own can be left out. */
export default function SignatureLine(props: {
  /** Whether this is of the mailbox it leaves by. */
  isOf: (one: PrescribedSignature) => boolean
  choice: SignatureChoice
  onChoose: (choice: SignatureChoice) => void
}) {
  const { t } = useLanguage()
  const signatures = createSignatures()
  const prescribed = () => signatures.slice()?.prescribed.find((one) => props.isOf(one))?.html ?? ''
  const wordsOf = (html: string) =>
    htmlToText(html).split('\n').filter(Boolean).join(' · ') || t('templates.picture.alone')
  const isOn = () => prescribed() !== '' || props.choice === 'with'
  return (
    <Show when={signatures.shown(prescribed())}>
      {(html) => (
        <div class="signature-line">
          <Show
            when={isOn()}
            fallback={
              <button type="button" class="signature-add" onClick={() => props.onChoose('with')}>
                <Signature aria-hidden="true" />
                {t('signatures.add')}
              </button>
            }
          >
            <details class="signature-fold">
              <summary>
                <ChevronRight aria-hidden="true" />
                <span class="truncate">{t('signatures.line', { words: wordsOf(html()) })}</span>
              </summary>
              <RichText html={html()} />
              <Show when={prescribed()}>
                <p class="signature-why">{t('signatures.prescribed')}</p>
              </Show>
            </details>
            <Show when={!prescribed()}>
              <IconButton size="sm" label={t('signatures.without')} onClick={() => props.onChoose('without')}>
                <X />
              </IconButton>
            </Show>
          </Show>
        </div>
      )}
    </Show>
  )
}
