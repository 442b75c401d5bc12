import { createHmac, timingSafeEqual } from 'node:crypto'
import { keyFor } from '../seal-secret.ts'

export interface OpenedDelivery {
  workspaceId: string
  deliveryId: string
}

/**
 * Names a delivery in the address of its opening picture: the ids of the business and of the delivery, and 128 bits of
 * their HMAC. Nobody but this installation makes one, and the same delivery always has the same.
 */
export function makeOpeningToken({ workspaceId, deliveryId }: OpenedDelivery, secretKey: string): string {
  const ids = Buffer.from(`${workspaceId}${deliveryId}`.replaceAll('-', ''), 'hex')
  if (ids.length !== IDS_BYTES) throw new TypeError('An opening token needs the ids of a workspace and of a delivery')
  return Buffer.concat([ids, signature(ids, secretKey)]).toString('base64url')
}

/** Of which delivery a token is, or null when it is none of ours. */
export function readOpeningToken(token: string, secretKey: string): OpenedDelivery | null {
  if (!/^[\w-]{64}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const ids = bytes.subarray(0, IDS_BYTES)
  if (!timingSafeEqual(bytes.subarray(IDS_BYTES), signature(ids, secretKey))) return null
  const [workspaceId = '', deliveryId = ''] = [ids.subarray(0, ID_BYTES), ids.subarray(ID_BYTES)].map((id) =>
    id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  )
  return { workspaceId, deliveryId }
}

function signature(ids: Uint8Array, secretKey: string) {
  const key = keyFor('opening-picture', secretKey)
  return createHmac('sha256', key).update(ids).digest().subarray(0, SIGNATURE_BYTES)
}

const ID_BYTES = 16
const IDS_BYTES = 2 * ID_BYTES
const SIGNATURE_BYTES = 16
