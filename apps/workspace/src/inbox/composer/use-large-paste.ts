import { showToast } from '@comptoir/ui/show-toast.ts'
import { useLanguage } from '../../app/create-language.ts'
import { takeLargePaste } from './large-paste.ts'

/** Keeps a paste that is too large from an editor, says what became of it, and offers the whole as a file. */
export function useLargePaste(attach: (files: File[]) => void) {
  const { t, format } = useLanguage()
  return (event: ClipboardEvent, most?: number) => {
    const taken = takeLargePaste(event, most)
    if (!taken) return false
    const { whole, became, text } = taken
    const said = t(became === 'cut' ? 'inbox.composer.paste_cut' : 'inbox.composer.paste_text', {
      size: format().bytes(whole.size),
      n: text.length,
    })
    void showToast({
      text: said,
      durationMs: 20_000,
      action: { label: t('inbox.composer.paste_attach'), onClick: () => attach([whole]) },
    })
    return true
  }
}
