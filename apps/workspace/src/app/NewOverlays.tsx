import { lazy, Show, Suspense } from 'solid-js'
import { useOverlays } from './create-overlays.ts'
import { lazyWithWords } from './lazy-with-words.ts'

const LetterDialog = lazyWithWords(() => import('../inbox/forwarding/LetterDialog.tsx'))
const NewClient = lazyWithWords(() => import('../clients/NewClient.tsx'))
const NewConversation = lazy(() => import('../inbox/NewConversation.tsx'))

/** The dialogs in which something new is made, over whatever page. What is on the screen stays while one is fetched. */
export function NewOverlays() {
  const overlays = useOverlays()
  return (
    <Suspense>
      <Show when={overlays.beginning()} keyed>
        {(beginning) => (
          <NewConversation
            beginning={beginning}
            open={overlays.isOpen('new-message')}
            onOpenChange={(open) => overlays.set('new-message', open)}
            onDone={overlays.beginningDone}
          />
        )}
      </Show>
      <Show when={overlays.isOpen('letter') && overlays.letter()} keyed>
        {(wish) => <LetterDialog wish={wish} onDone={() => overlays.set('letter', false)} />}
      </Show>
      <Show when={overlays.seen().has('new-client')}>
        <NewClient open={overlays.isOpen('new-client')} onOpenChange={(open) => overlays.set('new-client', open)} />
      </Show>
    </Suspense>
  )
}
