import type { Tx } from '@comptoir/db/db'
import type { StandardField } from '@comptoir/contract/client-fields'
import { linesOf, type FieldValue } from '@comptoir/contract/field-values'
import { refuseForeignChoices } from './client-fields.ts'
import { writeLabelled } from './write-contact-points.ts'

/** Writes what every business keeps of a client; the value was read before. */
export async function writeStandardValue(
  tx: Tx,
  workspaceId: string,
  clientId: string,
  field: StandardField,
  value: FieldValue,
): Promise<void> {
  switch (field) {
    case 'emails':
      return writeLabelled(tx, workspaceId, clientId, { kind: 'email', label: '' }, linesOf(value))
    case 'mobile':
    case 'home':
    case 'work':
    case 'fax':
      return writeLabelled(tx, workspaceId, clientId, { kind: 'phone', label: field }, linesOf(value))
    case 'phone':
      return writeLabelled(tx, workspaceId, clientId, { kind: 'phone', label: '' }, linesOf(value))
    case 'category': {
      const [categoryId = null] = linesOf(value)
      if (categoryId) await refuseForeignChoices(tx, workspaceId, null, [categoryId])
      return write(tx, workspaceId, clientId, { categoryId })
    }
    case 'birthday':
      return write(tx, workspaceId, clientId, { birthday: value === '' ? null : String(value) })
    default:
      return write(tx, workspaceId, clientId, { [field]: String(value) })
  }
}

async function write(tx: Tx, workspaceId: string, clientId: string, column: Record<string, string | null>) {
  await tx.updateTable('client').set(column).where('workspaceId', '=', workspaceId).where('id', '=', clientId).execute()
}
