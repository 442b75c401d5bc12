import { generateKeyPair, randomInt } from 'node:crypto'
import { promisify } from 'node:util'
import type { Tx } from '@comptoir/db/db'
import type { SigningKey } from '@comptoir/contract/signing'
import type { Staff } from '../../identity/actor.ts'
import { runCommand, type Live } from '../../realtime/run-command.ts'
import { Refusal } from '../../refusal.ts'
import { providerOfDomain } from '../find-account/account-of-provider.ts'
import { sealSigningKey } from './sealed-signing-key.ts'
import { signingKeyChanged, signingKeyColumns, signingKeyView } from './signing-key-view.ts'
import { signingDomainOf } from './signing-keys.ts'

/** Makes the key of the domain of a mailbox. Nothing is signed with it before its public half is found in the DNS. */
export async function makeSigningKey(
  { live, secretKey }: { live: Live; secretKey: string },
  staff: Staff,
  mailboxId: string,
  commandId: string,
): Promise<{ key: SigningKey }> {
  const { workspaceId } = staff
  const command = { name: 'messaging.make_signing_key', commandId, input: { mailboxId } }
  const pair = await makePair()
  const made = {
    selector: `comptoir-${randomLetters(4)}`,
    privateKey: sealSigningKey(pair.privateKey, secretKey),
    publicKey: pair.publicKey.toString('base64'),
    found: 'unchecked' as const,
    checkedAt: null,
    publishedAt: null,
    removedAt: null,
  }
  return runCommand(live, staff, command, async (tx) => {
    const domain = await domainToSign(tx, staff, mailboxId)
    const row = await tx
      .insertInto('dkimKey')
      .values({ workspaceId, domain, ...made })
      .onConflict((conflict) =>
        conflict.columns(['workspaceId', 'domain']).doUpdateSet(made).where('dkimKey.removedAt', 'is not', null),
      )
      .returning(signingKeyColumns)
      .executeTakeFirst()
    if (!row) throw new Refusal('conflict', 'errors.signing_key_exists')
    const key = signingKeyView(row)
    return { result: { key }, facts: [signingKeyChanged(workspaceId, key)] }
  })
}

/** 2048 bits: what every receiver reads, and what still fits into one record. */
function makePair() {
  return promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
}

/** A name of its own for each key, so that an old record is never taken for the new one. */
function randomLetters(count: number) {
  return Array.from({ length: count }, () => 'abcdefghijkmnpqrstuvwxyz23456789'[randomInt(32)]).join('')
}

async function domainToSign(tx: Tx, staff: Staff, mailboxId: string): Promise<string> {
  const { domain, carrier } = await signingDomainOf(tx, staff, mailboxId)
  if (carrier === 'sandbox') throw new Refusal('conflict', 'errors.signing_needs_account')
  const provider = providerOfDomain(domain)
  if (provider) throw new Refusal('conflict', 'errors.signing_by_provider', { provider })
  return domain
}
