import { randomUUID } from 'node:crypto'
import { inWorkspace } from '@comptoir/db/db'
import type { MailboxesSlice } from '@comptoir/contract/mailboxes'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { openShop } from '../../inbox/testing/open-shop.ts'
import { runWork } from '../../realtime/run-command.ts'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { asPerson } from '../../testing/as-person.ts'
import type { OpenMailbox } from './fetching.ts'
import { moveFolder } from './move-folder.ts'

test('every screen follows how far the mail of before has come in, to its end', async () => {
  const { test, hugo, shown, read } = await openReading({ uids: [1, 2, 3, 4, 5, 6] })
  await expectLive(test, hugo, {}, () => read(1, 2))
  expect(await shown()).toEqual({ done: 2, total: 6 })
  await expectLive(test, hugo, {}, async () => {
    await read(3, 4)
    await read(5, 6)
  })
  expect(await shown()).toEqual({ done: 6, total: 6 })
})

test('another process that reads the mailbox now is not moved behind its back', async () => {
  const { shown, read } = await openReading({ uids: [1, 2] })
  await expect(read(1, 2, randomUUID())).rejects.toThrow('Another process reads this mailbox')
  expect(await shown()).toEqual({ done: 0, total: 2 })
})

/** A mailbox of whose one folder this process reads what was there before. */
async function openReading({ uids }: { uids: number[] }) {
  const { test, shop, hugo, workspaceId } = await openShop()
  const { live, db } = test.server
  const mailboxId = shop.mailbox.id
  const worker = randomUUID()
  const uidNext = uids.at(-1)! + 1
  const folder = await inWorkspace(db, workspaceId, async (tx) => {
    await tx.updateTable('mailbox').set({ fetchWorker: worker, historyTotal: uids.length }).execute()
    const place = { workspaceId, mailboxId, id: makeId(), path: 'INBOX', role: 'inbox', chosen: true } as const
    const standing = { uidValidity: 7, nextUid: uidNext, historyUntil: uidNext, historyTotal: uids.length }
    return tx
      .insertInto('mailboxFolder')
      .values({ ...place, ...standing })
      .returningAll()
      .executeTakeFirstOrThrow()
  })
  const told = { atMs: 0 }
  return {
    test,
    hugo,
    read: (from: number, to: number, as = worker) =>
      runWork(live, { is: 'system', workspaceId, cause: 'mail' }, async (tx) => {
        const mailbox = { workspaceId, mailboxId, worker: as, told } as OpenMailbox
        const batch = { folder, uidValidity: 7, uidNext, kind: 'history', endsAt: to, known: null } as const
        const read = uids.filter((uid) => uid >= from && uid <= to)
        return { result: null, facts: await moveFolder(tx, mailbox, { ...batch, uids: read }, to) }
      }),
    async shown() {
      const { body } = await asPerson(hugo).get<MailboxesSlice>('/messaging/mailboxes')
      return body.mailboxes[0]!.history
    },
  }
}
