import { createSignal } from 'solid-js'
import { Drawer } from '@comptoir/ui/Drawer'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { Suspense } from 'solid-js'
import { useLanguage } from '../../app/create-language.ts'
import { lazyWithWords } from '../../app/lazy-with-words.ts'
import { createReminderActs } from '../reminders/create-reminder-acts.ts'

const RemindForm = lazyWithWords(async () => ({ default: (await import('../reminders/RemindForm.tsx')).RemindForm }))

/** When to be reminded of a conversation of the list, in a sheet a thumb reaches. */
export default function RemindSheet(props: { conversationId: string; onDone: () => void }) {
  const { t } = useLanguage()
  const acts = createReminderActs()
  const [open, setOpen] = createSignal(true)
  const close = () => {
    setOpen(false)
    props.onDone()
  }
  return (
    <Drawer
      open={open()}
      onOpenChange={(isOpen) => !isOpen && close()}
      side="bottom"
      title={t('inbox.reminder.set')}
      closeLabel={t('common.close')}
    >
      <Suspense fallback={<SkeletonLines lines={6} />}>
        <RemindForm
          onWish={(wish) => {
            acts.set(props.conversationId, wish)
            close()
          }}
        />
      </Suspense>
    </Drawer>
  )
}
