import type { Readable } from 'node:stream'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { openSigningKey } from './sealed-signing-key.ts'

/** The published key of the domain a mail is from. */
export interface MailSigner {
  domain: string
  selector: string
  /** Sealed. */
  privateKey: Buffer
}

/**
 * The header line that signs a mail (RFC 6376), to be put before it. Nothing of the mail is held: it is read once to be
 * signed and once more to be sent. The same mail of the same instant gets the same line. Empty where the key cannot be
 * opened: a mail without a signature arrives better than none.
 */
export async function signatureOf(
  mail: Readable | Buffer,
  by: MailSigner,
  at: Date,
  secretKey: string,
): Promise<string> {
  const privateKey = openSigningKey(by.privateKey, secretKey)
  if (privateKey === null) return ''
  const key = { signingDomain: by.domain, selector: by.selector, privateKey }
  const how = { canonicalization: 'relaxed/relaxed', signTime: at, headerList: signedHeaders }
  const { signatures, errors } = await dkimSign(mail, { ...key, ...how, signatureData: [key] })
  if (errors.length > 0) throw new Error('a mail could not be signed', { cause: errors[0]!.err })
  return signatures
}

const signedHeaders = [
  'From',
  'To',
  'Cc',
  'Subject',
  'Date',
  'Message-ID',
  'In-Reply-To',
  'References',
  'Reply-To',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'Auto-Submitted',
  'List-Unsubscribe',
]
