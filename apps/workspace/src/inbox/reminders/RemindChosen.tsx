import BellPlus from 'lucide-solid/icons/bell-plus'
import { Suspense } from 'solid-js'
import { IconButton } from '@comptoir/ui/IconButton'
import { Popover } from '@comptoir/ui/Popover'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { useLanguage } from '../../app/create-language.ts'
import { lazyWithWords } from '../../app/lazy-with-words.ts'
import { useKeysOf } from '../../app/use-key-caps.ts'
import { useInbox } from '../inbox-context.ts'

const RemindForm = lazyWithWords(async () => ({ default: (await import('./RemindForm.tsx')).RemindForm }))

/** Sets the same reminder on all the conversations that are chosen. */
export function RemindChosen() {
  const keysOf = useKeysOf()
  const { t } = useLanguage()
  const inbox = useInbox()
  return (
    <Popover
      label={t('inbox.reminder.set')}
      trigger={(bind) => (
        <IconButton
          size="sm"
          {...bind}
          data-opens="remind-chosen"
          label={t('inbox.reminder.set')}
          shortcut={keysOf('remind')}
        >
          <BellPlus />
        </IconButton>
      )}
    >
      {(close) => (
        <Suspense fallback={<SkeletonLines lines={6} />}>
          <RemindForm
            onWish={(wish) => {
              close()
              inbox.actOnSelection({ is: 'remind', ...wish })
            }}
          />
        </Suspense>
      )}
    </Popover>
  )
}
