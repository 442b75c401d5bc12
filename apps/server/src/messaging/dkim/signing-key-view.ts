import type { Selectable } from 'kysely'
import type { DkimKey } from '@comptoir/db/schema'
import type { SigningKey } from '@comptoir/contract/signing'
import type { Fact } from '../../realtime/record-events.ts'
import { teamRoom } from '../../realtime/rooms.ts'

/** What a screen needs of a key; never its private half. */
export const signingKeyColumns = ['domain', 'selector', 'publicKey', 'found', 'checkedAt', 'publishedAt'] as const

type Row = Pick<Selectable<DkimKey>, (typeof signingKeyColumns)[number]>

export function signingKeyView({ domain, selector, publicKey, found, checkedAt, publishedAt }: Row): SigningKey {
  return {
    domain,
    recordName: `${selector}._domainkey`,
    recordValue: `v=DKIM1; k=rsa; p=${publicKey}`,
    found,
    checkedAt,
    publishedAt,
  }
}

export function signingKeyChanged(workspaceId: string, key: SigningKey): Fact {
  return { name: 'messaging.dkim_changed', rooms: [teamRoom(workspaceId)], data: { key } }
}
