import { makeId } from '@comptoir/rules/uuid'
import { showToast } from '@comptoir/ui/show-toast.ts'
import { api } from '@comptoir/wire/api'
import { ask } from '@comptoir/wire/ask'
import { createPress } from '../app/create-act.ts'
import { useLanguage } from '../app/create-language.ts'
import { useWorkspace } from '../app/workspace-context.ts'
import type { SigningDomain } from '../messaging/create-signing-domains.ts'

/** What an admin does to the key of a domain. */
export function useSigningCommands() {
  const { t } = useLanguage()
  const { slug } = useWorkspace()
  const here = api.api.w[':slug'].messaging.dkim[':mailboxId']
  const about = ({ mailboxId }: SigningDomain) => ({ param: { slug, mailboxId }, json: { commandId: makeId() } })

  const make = createPress((of: SigningDomain) => ask(here.make.$post(about(of))))
  const check = createPress(async (of: SigningDomain) => {
    const { key } = await ask(here.check.$post(about(of)))
    if (key.found === 'published')
      void showToast({ tone: 'success', text: t('signing.found_published', { domain: key.domain }) })
  })
  const restore = createPress((of: SigningDomain) => ask(here.restore.$post(about(of))))
  const remove = createPress(async (of: SigningDomain) => {
    await ask(here.remove.$post(about(of)))
    const action = { label: t('common.undo'), onClick: () => void restore.run(of) }
    void showToast({ tone: 'success', text: t('signing.removed', { domain: of.domain }), action })
  })
  return { make, check, remove }
}
