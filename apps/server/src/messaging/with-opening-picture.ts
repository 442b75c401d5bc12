import type { Config } from '../config.ts'
import { makeOpeningToken } from './opening-token.ts'
import type { Outgoing } from './outgoing.ts'

interface Parts {
  config: Config
  secretKey: string
}

/**
 * A mail with the picture that tells when it is opened, where its business wants that. What was written stays as it
 * is: the picture is only in what leaves, never in what a program wrote.
 */
export function withOpeningPicture({ config, secretKey }: Parts, outgoing: Outgoing): Outgoing {
  const { workspaceId, id, message, openingPicture } = outgoing
  if (openingPicture === 'off' || message.isAutomatic || !message.bodyHtml) return outgoing
  const token = makeOpeningToken({ workspaceId, deliveryId: id }, secretKey)
  const picture = `<img src="${config.publicUrl}/o/${token}.gif" width="1" height="1" alt="">`
  return { ...outgoing, message: { ...message, bodyHtml: message.bodyHtml + picture } }
}
