import CalendarClock from 'lucide-solid/icons/calendar-clock'
import SendHorizontal from 'lucide-solid/icons/send-horizontal'
import { Match, Switch, untrack } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { IconButton } from '@comptoir/ui/IconButton'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { CouldNot } from '../../app/Fetched.tsx'
import { useLanguage } from '../../app/create-language.ts'
import { AddressLines } from '../composer/AddressLines.tsx'
import { MessageForm } from '../composer/MessageForm.tsx'
import { useInbox } from '../inbox-context.ts'
import { LaterMenu } from '../LaterMenu.tsx'
import { createLetter } from './create-letter.ts'
import { aboutOf, type LetterWish } from './letter-wish.ts'
import { Originals } from './Originals.tsx'

/** Passes something on to somebody outside, or answers them: never to the client. */
export default function LetterDialog(props: { wish: LetterWish; onDone: () => void }) {
  const { t } = useLanguage()
  const inbox = useInbox()
  const wish = untrack(() => props.wish)
  const { conversationId, about } = aboutOf(wish)
  const letter = createLetter(wish, () => {
    props.onDone()
    if (inbox.selectedId() !== conversationId) inbox.open(conversationId)
  })
  const failed = () => {
    const now = letter.state()
    return now.is === 'failed' && now
  }
  const forget = () => {
    letter.forget()
    props.onDone()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onDone()}
      title={t(about.is === 'answer' ? 'forwarding.answer_title' : 'forwarding.title')}
      description={t('forwarding.not_client')}
      closeLabel={t('inbox.start.close')}
      size="lg"
      foot={
        <>
          <Button tone="ghost" onClick={forget}>
            {t('forwarding.discard')}
          </Button>
          <LaterMenu
            trigger={(bind) => (
              <IconButton {...bind} label={t('inbox.leaving.later')}>
                <CalendarClock />
              </IconButton>
            )}
            onChoose={(leavesAt) => void letter.send(leavesAt)}
          />
          <Button
            tone="primary"
            icon={<SendHorizontal aria-hidden="true" />}
            busy={letter.busy()}
            onClick={() => void letter.send()}
          >
            {t(about.is === 'answer' ? 'inbox.start.send' : 'forwarding.send')}
          </Button>
        </>
      }
    >
      <Switch fallback={<SkeletonLines lines={6} />}>
        <Match when={failed()}>{(why) => <CouldNot error={why().error} retry={letter.retry} />}</Match>
        <Match when={letter.state().is === 'ready'}>
          <MessageForm message={letter} problem={letter.problem()} along={<Originals originals={letter.originals()} />}>
            <AddressLines lines={letter.lines} tone={() => 'neutral'} />
          </MessageForm>
        </Match>
      </Switch>
    </Dialog>
  )
}
