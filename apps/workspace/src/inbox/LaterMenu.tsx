import { createSignal, lazy, Show, Suspense, type JSX } from 'solid-js'
import { leavingTimes } from '@comptoir/rules/leaving-times'
import { Menu, type MenuEntry, type TriggerBinding } from '@comptoir/ui/Menu'
import { serverNow } from '@comptoir/wire/server-clock'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'

const LaterDialog = lazy(() => import('./LaterDialog.tsx'))

/** When a message shall leave: one of the times one usually means, or any other. */
export function LaterMenu(props: {
  trigger: (bind: TriggerBinding) => JSX.Element
  /** What else can be done with it. */
  also?: readonly MenuEntry[]
  onChoose: (leavesAt: string) => void
}) {
  const { t, format } = useLanguage()
  const { workspace } = useWorkspace()
  const [dialog, setDialog] = createSignal<'never' | 'open' | 'closed'>('never')
  const entries = (): MenuEntry[] => [
    ...(props.also ?? []),
    ...leavingTimes(new Date(serverNow()), workspace.timeZone).map(({ name, at }) => ({
      label: t(`inbox.leaving.${name}`),
      detail: format().full(at.toISOString()),
      onSelect: () => props.onChoose(at.toISOString()),
    })),
    'separator',
    { label: t('inbox.leaving.choose'), onSelect: () => setDialog('open') },
  ]
  return (
    <>
      <Menu place="top-end" trigger={(bind) => props.trigger(bind)} entries={entries()} />
      <Show when={dialog() !== 'never'}>
        <Suspense>
          <LaterDialog
            open={dialog() === 'open'}
            onOpenChange={(open) => setDialog(open ? 'open' : 'closed')}
            onChoose={(at) => props.onChoose(at)}
          />
        </Suspense>
      </Show>
    </>
  )
}
