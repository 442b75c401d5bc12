import CalendarClock from 'lucide-solid/icons/calendar-clock'
import SendHorizontal from 'lucide-solid/icons/send-horizontal'
import { useLocation, useNavigate } from '@solidjs/router'
import { Match, Show, Switch, untrack } from 'solid-js'
import { Button } from '@comptoir/ui/Button'
import { Dialog } from '@comptoir/ui/Dialog'
import { IconButton } from '@comptoir/ui/IconButton'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { CouldNot } from '../../app/Fetched.tsx'
import { useLanguage } from '../../app/create-language.ts'
import { useWorkspace } from '../../app/workspace-context.ts'
import { AddressLines } from '../composer/AddressLines.tsx'
import { MessageForm } from '../composer/MessageForm.tsx'
import { OtherDraftBar } from '../composer/OtherDraftBar.tsx'
import { LaterMenu } from '../LaterMenu.tsx'
import { createThrowingAway } from '../unsent/create-throwing-away.ts'
import { LetterFoot } from '../unsent/LetterFoot.tsx'
import { createLetter } from './create-letter.ts'
import type { LetterWish } from './letter-wish.ts'
import { Originals } from './Originals.tsx'

/** Passes something on to somebody outside, or answers them: never to the client. */
export default function LetterDialog(props: { wish: LetterWish; onDone: () => void }) {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  const [location, navigate] = [useLocation(), useNavigate()]
  const wish = untrack(() => props.wish)
  const { conversationId, about } = wish
  const letter = createLetter(wish, {
    onSent() {
      props.onDone()
      if (!location.pathname.endsWith(`/c/${conversationId}`)) navigate(`/w/${slug}/inbox/c/${conversationId}`)
    },
    onGone() {
      void showToast({ text: t('inbox.composer.draft.gone') })
      props.onDone()
    },
  })
  const throwAway = createThrowingAway()
  const failed = () => {
    const now = letter.state()
    return now.is === 'failed' && now
  }
  const discard = async () => {
    const given = await letter.kept.giveUp()
    props.onDone()
    throwAway(given)
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
          <Show when={letter.state().is === 'ready'}>
            <LetterFoot letter={letter.kept} onDiscard={() => void discard()} />
          </Show>
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
            <OtherDraftBar draft={letter.kept} />
            <AddressLines lines={letter.lines} tone={() => 'neutral'} />
          </MessageForm>
        </Match>
      </Switch>
    </Dialog>
  )
}
