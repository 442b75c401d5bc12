import { Readable } from 'node:stream'
import { inWorkspace } from '@comptoir/db/db'
import { expect, test } from 'vitest'
import { storeMail } from '../messaging/store-mail.ts'
import { openDns } from '../messaging/testing/dns-server.ts'
import { rawMail } from '../messaging/testing/test-receiver.ts'
import { inboxOf, messagesIn, openMailroom } from './testing/open-mailroom.ts'

const records = {
  'exemple.example TXT': ['v=spf1 ip4:51.15.8.9 -all'],
  '_dmarc.exemple.example TXT': ['v=DMARC1; p=quarantine'],
}

async function openDoor() {
  const room = await openMailroom()
  const { test, address, workspaceId } = room
  const { db, files, intake } = test.server
  const { resolver } = await openDns(records)
  return {
    ...room,
    async comes(remoteAddress: string, subject: string) {
      const envelope = { from: 'marc@exemple.example', to: [address], remoteAddress, helo: 'mx.exemple.example' }
      await storeMail({ db, files, resolver }, envelope, Readable.from([rawMail({ to: address, subject })]))
      intake.wake()
      await intake.idle()
    },
    rows: () =>
      inWorkspace(db, workspaceId, (tx) =>
        tx
          .selectFrom('incomingMail')
          .select(['source', 'remoteAddress', 'helo', 'senderCheck', 'state', 'problem'])
          .orderBy('receivedAt')
          .execute(),
      ),
  }
}

test('Marc writes from his own server, and his domain confirms it', async () => {
  const { sophie, comes, rows } = await openDoor()
  await comes('51.15.8.9', 'Question')
  expect(await rows()).toMatchObject([
    { source: 'smtp', remoteAddress: '51.15.8.9', helo: 'mx.exemple.example', senderCheck: 'verified' },
  ])
  const [row] = await inboxOf(sophie)
  expect(await messagesIn(sophie, row!.id)).toMatchObject([{ senderCheck: 'verified' }])
})

test('somebody writes in the name of Marc, whose domain asks to set that aside', async () => {
  const { sophie, comes, rows } = await openDoor()
  await comes('51.15.66.66', 'Virement')
  expect(await rows()).toMatchObject([
    { senderCheck: 'refused', state: 'spam', problem: 'errors.mail_refused_by_domain' },
  ])
  expect(await inboxOf(sophie)).toEqual([])
})
