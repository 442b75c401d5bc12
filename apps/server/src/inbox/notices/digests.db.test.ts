import { inWorkspace } from '@comptoir/db/db'
import type { NoticeSettings } from '@comptoir/contract/notices'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { expectLive } from '../../realtime/testing/expect-live.ts'
import { asPerson } from '../../testing/as-person.ts'
import { eventually } from '../../testing/eventually.ts'
import { open, openShop, type Shop } from '../testing/open-shop.ts'
import { writeDigests } from './write-digests.ts'

const command = () => ({ commandId: makeId() })
const minutes = (n: number) => new Date(Date.now() + n * 60_000)
const everything: NoticeSettings = { off: { inApp: [], push: [], digest: [] }, timeZone: null, quiet: null }

function nameHugo({ sophie, hugo, path }: Shop) {
  const mentions = [{ startsAt: 0, length: 5, userId: hugo.userId }]
  const note = { ...command(), noteId: makeId(), body: '@Hugo mauvais payeur', mentions }
  return asPerson(sophie).post(`${path}/notes`, note)
}

function choose({ hugo }: Shop, settings: Partial<NoticeSettings>) {
  return asPerson(hugo).put('/inbox/notices/settings', { ...command(), settings: { ...everything, ...settings } })
}

/** What was written so many minutes from now, and to whom. */
async function digestsAt({ test, workspaceId }: Shop, inMinutes: number) {
  test.letters.length = 0
  await writeDigests(test.server, workspaceId, minutes(inMinutes))
  return test.letters.flatMap((letter) => (letter.kind === 'notices' ? [letter] : []))
}

test('Hugo, who is away, gets what he has not seen in one mail, and no word of the note', async () => {
  const shop = await openShop()
  await nameHugo(shop)
  await nameHugo(shop)
  expect(await digestsAt(shop, 14)).toEqual([])
  const [letter, ...others] = await digestsAt(shop, 16)
  expect(others).toEqual([])
  expect(letter).toMatchObject({
    to: shop.hugo.email,
    values: { n: 2, lines: [{ kind: 'mention', actor: 'Sophie' }, {}] },
  })
  expect(letter!.values.settings).toContain('/account#notifications')
  expect(JSON.stringify(letter)).not.toContain('payeur')
  expect(await digestsAt(shop, 200)).toEqual([])
})

test('what comes within the hour waits for the next mail, and what was seen meanwhile is in none', async () => {
  const shop = await openShop()
  await nameHugo(shop)
  expect(await digestsAt(shop, 16)).toHaveLength(1)
  await nameHugo(shop)
  expect(await digestsAt(shop, 70)).toEqual([])
  expect(await digestsAt(shop, 80)).toMatchObject([{ values: { n: 1 } }])
  await nameHugo(shop)
  await asPerson(shop.hugo).post('/inbox/notices/seen', { ...command(), of: { is: 'all' } })
  expect(await digestsAt(shop, 300)).toEqual([])
})

test('a reminder that came by letter is in no digest of the same person; whoever had no letter reads of it there, once', async () => {
  const shop = await openShop()
  const { test, sophie, hugo, lea, path, conversation } = shop
  const wish = { note: 'Rappeler Marc', ownerId: null, condition: 'always', dueAt: minutes(0.001).toISOString() }
  await asPerson(sophie).post(`${path}/reminders`, { ...command(), reminderId: makeId(), ...wish })
  await eventually(async () => expect((await open(sophie, conversation.id)).conversation.dueNote).not.toBeNull())
  const said = ({ kind, to }: { kind: string; to: string }) => `${kind} to ${to}`
  const written = test.letters.map(said)
  expect(written).toEqual([`reminder to ${lea.email}`])
  for (const at of [16, 120, 600]) written.push(...(await digestsAt(shop, at)).map(said))
  const expected = [`reminder to ${lea.email}`, `notices to ${hugo.email}`, `notices to ${sophie.email}`]
  expect(written.toSorted()).toEqual(expected.toSorted())
  // Of something else she is told as everybody is.
  const mentions = [{ startsAt: 0, length: 4, userId: lea.userId }]
  await asPerson(sophie).post(`${path}/notes`, { ...command(), noteId: makeId(), body: '@Lea viens voir', mentions })
  expect(await digestsAt(shop, 900)).toMatchObject([{ to: lea.email, values: { n: 1, lines: [{ kind: 'mention' }] } }])
})

test('two servers at once, or one that died before its end, write it once', async () => {
  const shop = await openShop()
  await nameHugo(shop)
  const { test, workspaceId } = shop
  const { send } = test.server.mail
  test.server.mail.send = () => Promise.reject(new Error('the machine stopped'))
  await expect(writeDigests(test.server, workspaceId, minutes(16))).rejects.toThrow('stopped')
  test.server.mail.send = send
  test.letters.length = 0
  await Promise.all([16, 16, 16].map((at) => writeDigests(test.server, workspaceId, minutes(at))))
  expect(test.letters).toHaveLength(1)
})

test('somebody who has a screen open, or had it a moment ago, gets no mail', async () => {
  const shop = await openShop()
  await nameHugo(shop)
  await inWorkspace(shop.test.server.db, shop.workspaceId, (tx) =>
    tx
      .insertInto('noticeReader')
      .values({ workspaceId: shop.workspaceId, userId: shop.hugo.userId, onScreenAt: minutes(10).toISOString() })
      .execute(),
  )
  expect(await digestsAt(shop, 20)).toEqual([])
  expect(await digestsAt(shop, 26)).toHaveLength(1)
})

test('in the quiet hours no mail comes; after them it does', async () => {
  const shop = await openShop()
  await nameHugo(shop)
  const at = (n: number) => minutes(n).toISOString().slice(11, 16)
  const quiet = { from: at(-5), until: at(60), days: [1, 2, 3, 4, 5, 6, 7] }
  await choose(shop, { quiet, timeZone: 'UTC' })
  expect(await digestsAt(shop, 30)).toEqual([])
  expect(await digestsAt(shop, 62)).toHaveLength(1)
})

test('what one does not want by mail is not in it, and what one wants by no way is not told at all', async () => {
  const shop = await openShop()
  const { test, hugo, looking } = shop
  await expectLive(test, hugo, looking, () => choose(shop, { off: { inApp: [], push: [], digest: ['mention'] } }))
  await nameHugo(shop)
  expect(await digestsAt(shop, 16)).toEqual([])
  await choose(shop, { off: { inApp: ['mention'], push: ['mention'], digest: [] } })
  await expectLive(test, hugo, looking, () => nameHugo(shop))
  expect(await digestsAt(shop, 16)).toMatchObject([{ values: { n: 2 } }])
  await choose(shop, { off: { inApp: ['mention'], push: ['mention'], digest: ['mention'] } })
  await nameHugo(shop)
  const kept = await inWorkspace(test.server.db, shop.workspaceId, (tx) =>
    tx.selectFrom('notice').select('isListed').execute(),
  )
  expect(kept.map(({ isListed }) => isListed)).toEqual(expect.arrayContaining([false, true]))
  expect(kept).toHaveLength(2)
})
