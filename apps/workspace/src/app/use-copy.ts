import { showToast } from '@comptoir/ui/show-toast.ts'
import { useLanguage } from './create-language.ts'

/** Copies a text, which is shown selected: where the browser does not let us, its reader copies it by hand. */
export function useCopy() {
  const { t } = useLanguage()
  return async (text: string, select: () => void) => {
    select()
    try {
      await navigator.clipboard.writeText(text)
      void showToast({ tone: 'success', text: t('common.copied') })
    } catch {
      // Over http, away from one's own machine, browsers let no page copy.
      void showToast({ text: t('common.copy_by_hand') })
    }
  }
}
