import { createMemo, onMount } from 'solid-js'
import type { SignatureChoice, SignaturesSlice } from '@comptoir/contract/signatures'
import { signatureOf } from '@comptoir/rules/signature-of'
import { useWorkspace } from '../app/workspace-context.ts'
import { liveInboxOf } from '../live/live-inbox.ts'

/** What one's mails end with here, live, and how each looks to its reader. */
export function createSignatures() {
  const workspace = useWorkspace()
  const { signatures } = liveInboxOf(workspace)
  onMount(() => signatures.open('all'))
  const slice = createMemo((): SignaturesSlice | undefined => {
    const state = signatures.state('all')
    return state.is === 'ready' ? state.slice : undefined
  })

  function filled(prescribed: string, own: string, choice: SignatureChoice) {
    const { me, workspace: business } = workspace
    const { name, email } = me()
    return signatureOf({ prescribed, own, choice, sender: { name, email }, business })
  }

  return {
    state: () => signatures.state('all'),
    retry: () => signatures.retry('all'),
    slice,
    /** As its reader sees it; null: nothing. */
    shown: (prescribed: string) => filled(prescribed, slice()?.own ?? '', 'with'),
    preview: (html: string) => filled('', html, 'with'),
  }
}
