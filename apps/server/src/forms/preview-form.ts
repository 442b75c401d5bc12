import { readWorkspace, type Db } from '@comptoir/db/db'
import type { PreviewFormInput } from '@comptoir/contract/forms'
import type { Staff } from '../identity/actor.ts'
import { workspaceOf } from '../settings/workspace-view.ts'
import { formPage } from './form-page.ts'
import { withOwnFields } from './page-fields.ts'

/** The page as visitors would see it, of a form that nobody kept yet. What is sent from it is refused. */
export async function previewForm(db: Db, { workspaceId }: Staff, input: PreviewFormInput): Promise<{ page: string }> {
  const { theme, ...content } = input
  const given = { ...content, state: 'on', mailboxId: null, version: 0 } as const
  const [business, form] = await readWorkspace(db, workspaceId, (tx) =>
    Promise.all([workspaceOf(tx, workspaceId), withOwnFields(tx, workspaceId, given)]),
  )
  const place = { locale: business.locale, theme, stands: 'preview', source: '', embedder: null, query: '' } as const
  const nothing = { token: '', values: new Map(), wrong: new Map(), trouble: null }
  return { page: String(await formPage({ business, form, ...place }, nothing)) }
}
