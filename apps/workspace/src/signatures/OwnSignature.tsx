import { lazy, Match, Suspense, Switch } from 'solid-js'
import { Card } from '@comptoir/ui/Card'
import { SkeletonLines } from '@comptoir/ui/SkeletonLines'
import { useLanguage } from '../app/create-language.ts'
import { CouldNot } from '../app/Fetched.tsx'
import { useWorkspace } from '../app/workspace-context.ts'
import { liveInboxOf } from '../live/live-inbox.ts'
import { createSignatures } from './create-signatures.ts'
import './SignatureForm.css'

const SignatureForm = lazy(() => import('./SignatureForm.tsx'))

/** What one's own mails end with, in this business. */
export function OwnSignature() {
  const { t } = useLanguage()
  const { signaturesApi } = liveInboxOf(useWorkspace())
  const signatures = createSignatures()
  const failure = () => {
    const now = signatures.state()
    return now.is === 'failed' && now
  }
  return (
    <Card title={t('signatures.title')}>
      <p class="page-text signature-text">{t('signatures.own_text')}</p>
      <Suspense fallback={<SkeletonLines lines={4} />}>
        <Switch fallback={<SkeletonLines lines={4} />}>
          <Match when={failure()}>{(failed) => <CouldNot error={failed().error} retry={signatures.retry} />}</Match>
          <Match when={signatures.slice()}>
            {(slice) => (
              <SignatureForm
                html={slice().own}
                preview={signatures.preview}
                save={(html, commandId) => signaturesApi.changeOwn({ commandId, html })}
              />
            )}
          </Match>
        </Switch>
      </Suspense>
    </Card>
  )
}
