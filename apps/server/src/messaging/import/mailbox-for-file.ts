import type { Readable } from 'node:stream'
import { inWorkspace, type Db } from '@comptoir/db/db'
import { addressesIn } from '../mail-addresses.ts'
import type { AddressedMailbox } from '../insert-incoming.ts'

export interface MailboxForFile {
  /** The mailbox a mail was written to, or the default one: whoever imports it wants it here. */
  of(bytes: Readable): Promise<AddressedMailbox & { envelopeFrom: string }>
}

const mostHeaderBytes = 256 * 1024
const ADDRESSED = ['delivered-to', 'x-original-to', 'envelope-to', 'to', 'cc']

/** Finds mailboxes by the addresses in the headers of mails. */
export async function mailboxForFile(db: Db, workspaceId: string): Promise<MailboxForFile> {
  const rows = await inWorkspace(db, workspaceId, (tx) =>
    tx
      .selectFrom('mailbox')
      .select(['id', 'address', 'isDefault'])
      .where('workspaceId', '=', workspaceId)
      .where('removedAt', 'is', null)
      .orderBy('isDefault', 'desc')
      .execute(),
  )
  const [preferred] = rows
  if (!preferred) throw new Error('The business has no mailbox')
  const byAddress = new Map(rows.map(({ id, address }) => [address, id]))
  return {
    async of(bytes) {
      const headers = headersIn(await beginningOf(bytes))
      const addresses = addressesIn(ADDRESSED.flatMap((key) => headers.get(key) ?? []))
      const found = addresses.find((address) => byAddress.has(address.replace(/\+[^@]*@/, '@')))
      const mailboxId = (found && byAddress.get(found.replace(/\+[^@]*@/, '@'))) ?? preferred.id
      const [envelopeFrom = ''] = addressesIn(headers.get('return-path') ?? [])
      return { mailboxId, addresses: [found ?? preferred.address], envelopeFrom }
    },
  }
}

async function beginningOf(bytes: Readable): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= mostHeaderBytes) break
  }
  return Buffer.concat(chunks).toString('latin1')
}

function headersIn(text: string): Map<string, string[]> {
  const lines = (text.split(/\r?\n\r?\n/, 1)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const headers = new Map<string, string[]>()
  for (const line of lines) {
    const [, name, value] = line.match(/^([\w-]{1,60}):[ \t]*(.*)$/) ?? []
    if (name) headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), value ?? ''])
  }
  return headers
}
