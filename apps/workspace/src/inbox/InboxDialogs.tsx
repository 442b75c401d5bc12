import { lazy, Match, Suspense, Switch } from 'solid-js'
import { lazyWithWords } from '../app/lazy-with-words.ts'

const MergeDialog = lazyWithWords(() => import('./merging/MergeDialog.tsx'))
const LinkDialog = lazyWithWords(() => import('./merging/LinkDialog.tsx'))
const SplitDialog = lazyWithWords(() => import('./merging/SplitDialog.tsx'))
const ConfideDialog = lazy(() => import('./ConfideDialog.tsx'))
const AbsentDialog = lazy(() => import('./AbsentDialog.tsx'))
const TagDialog = lazy(() => import('./TagDialog.tsx'))

/** Of one conversation, or of those that are chosen. */
export type What = { conversationId: string } | 'chosen'

/** What the inbox asks over its page, one thing at a time. */
export type InboxQuestion =
  | { is: 'confide'; what: What }
  | { is: 'merge'; what: What }
  | { is: 'absent'; userId: string; give: (userId: string) => void }
  | { is: 'tag'; conversationId: string }
  | { is: 'link'; conversationId: string }
  | { is: 'split'; conversationId: string; messageId: string | undefined }

export function InboxDialogs(props: { question: InboxQuestion | undefined; onDone: () => void }) {
  const asked = <Is extends InboxQuestion['is']>(is: Is) =>
    props.question?.is === is && (props.question as Extract<InboxQuestion, { is: Is }>)
  return (
    <Suspense>
      <Switch>
        <Match when={asked('confide')} keyed>
          {({ what }) => <ConfideDialog what={what} onDone={props.onDone} />}
        </Match>
        <Match when={asked('merge')} keyed>
          {({ what }) => <MergeDialog what={what} onDone={props.onDone} />}
        </Match>
        <Match when={asked('absent')} keyed>
          {({ userId, give }) => <AbsentDialog userId={userId} onChoose={give} onDone={props.onDone} />}
        </Match>
        <Match when={asked('tag')} keyed>
          {({ conversationId }) => <TagDialog conversationId={conversationId} onDone={props.onDone} />}
        </Match>
        <Match when={asked('link')} keyed>
          {({ conversationId }) => <LinkDialog conversationId={conversationId} onDone={props.onDone} />}
        </Match>
        <Match when={asked('split')} keyed>
          {({ conversationId, messageId }) => (
            <SplitDialog conversationId={conversationId} messageId={messageId} onDone={props.onDone} />
          )}
        </Match>
      </Switch>
    </Suspense>
  )
}
