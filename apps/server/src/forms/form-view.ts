import { sql } from 'kysely'
import type { Tx } from '@comptoir/db/db'
import type { FormField, FormView } from '@comptoir/contract/forms'

/** All that is known of a form. Its fields were parsed when they came. */
export const formColumns = [
  'form.state',
  'form.title',
  'form.intro',
  sql<FormField[]>`form.fields`.as('fields'),
  'form.files',
  'form.thanks',
  'form.acknowledgement',
  'form.acknowledgementText',
  'form.mailboxId',
  'form.version',
] as const

/** The form of a business; the one it begins with while nobody kept another. */
export async function formOf(tx: Tx, workspaceId: string): Promise<FormView> {
  const kept = await tx.selectFrom('form').select(formColumns).where('workspaceId', '=', workspaceId).executeTakeFirst()
  return kept ?? firstForm
}

/** Who writes, how to answer them, and what they say. */
const firstForm: FormView = {
  state: 'off',
  title: '',
  intro: '',
  fields: [
    { id: '0197a000-0000-7000-8000-00000000f001', kind: 'name', label: '', need: 'required' },
    { id: '0197a000-0000-7000-8000-00000000f002', kind: 'email', label: '', need: 'required' },
    { id: '0197a000-0000-7000-8000-00000000f003', kind: 'phone', label: '', need: 'optional' },
    { id: '0197a000-0000-7000-8000-00000000f004', kind: 'message', label: '', need: 'required' },
  ],
  files: 'refused',
  thanks: '',
  acknowledgement: 'off',
  acknowledgementText: '',
  mailboxId: null,
  version: 0,
}
