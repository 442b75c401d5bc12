import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { OpenedConversation } from '@comptoir/contract/inbox'
import type { ToSortPage } from '@comptoir/contract/messaging'
import { expect, test } from 'vitest'
import { startIntake, type IntakeParts } from '../messaging/start-intake.ts'
import { openTestReceiver, rawMail } from '../messaging/testing/test-receiver.ts'
import { asOwner } from '../testing/as-owner.ts'
import { asPerson } from '../testing/as-person.ts'
import { cutAfterCommit } from '../testing/cut-after-commit.ts'
import { eventually } from '../testing/eventually.ts'
import { fillDisk, fullFiles } from '../testing/full-disk.ts'
import type { TestServer } from '../testing/open-test-server.ts'
import { seed } from '../testing/people.ts'
import { openInbox } from './receive-mail.ts'
import { openMailroom } from './testing/open-mailroom.ts'

test('while the disk is full mail is put off, and nothing of it is kept; with room again it comes in', async () => {
  const { test, mail, address, inbox } = await openMailroom({ lives: 'test' })
  const full = await openTestReceiver({ ...test, server: { ...test.server, files: await fullFiles(test) } })
  await expect(full.hand(rawMail({ to: address }), address)).rejects.toThrow(/451/)
  expect(await kept(test)).toEqual({ mails: 0, bytes: 0 })
  await mail.receive({ to: address })
  expect(await inbox()).toHaveLength(1)
})

test('while the disk of the database is full mail is put off, and its bytes do not pile up', async () => {
  const { test, mail, address, inbox } = await openMailroom({ lives: 'test' })
  const makeRoom = await fillDisk(test, 'incoming_mail')
  for (let tries = 0; tries < 3; tries++)
    await expect(mail.hand(rawMail({ to: address }), address)).rejects.toThrow(/451/)
  expect(await kept(test)).toEqual({ mails: 0, bytes: 0 })
  await makeRoom()
  await mail.receive({ to: address })
  expect(await inbox()).toHaveLength(1)
})

test('a mail for two businesses of which the second gets no room is put off, and each has it once in the end', async () => {
  const { test, mail, address, inbox, workspaceId } = await openMailroom({ lives: 'test' })
  const other = await seed(test, { business: 'Chez Léa', people: { lea: 'owner' } })
  const both = [address, other.mailbox.address]
  const raw = rawMail({ to: both.join(', ') })
  const makeRoom = await fillDisk(test, 'incoming_mail', `new.workspace_id <> '${workspaceId}'`)
  await expect(mail.hand(raw, both)).rejects.toThrow(/451/)
  expect(await kept(test)).toEqual({ mails: 1, bytes: 1 })
  await makeRoom()
  await mail.hand(raw, both)
  await test.server.intake.idle()
  expect(await kept(test)).toEqual({ mails: 2, bytes: 2 })
  expect(await inbox()).toHaveLength(1)
})

test.each(['files', 'database'] as const)(
  'a mail that came before the disk of the %s was full waits however often it is tried, and is filed with room again',
  async (disk) => {
    const { test, hugo, mail, address, inbox } = await openMailroom({ lives: 'test' })
    const { server } = test
    await server.intake.stop()
    await mail.hand(withPlan(address), address)
    const full = await fullFiles(test)
    let isFull = disk === 'files'
    let tries = 0
    const makeRoom =
      disk === 'database' ? await fillDisk(test, 'message') : () => Promise.resolve(void (isFull = false))
    const next = intakeWith(test, {
      files: {
        ...server.files,
        async write(...given) {
          tries++
          return (isFull ? full : server.files).write(...given)
        },
      },
    })
    await eventually(() => {
      next.wake()
      expect(tries).toBeGreaterThan(5)
    })
    await eventually(async () => expect(await kept(test)).toEqual({ mails: 1, bytes: 1 }))
    expect((await asOwner<{ state: string }>(test, 'select state from incoming_mail'))[0]!.state).toBe('stored')
    await makeRoom()
    await next.idle()
    await next.stop()
    expect((await asPerson(hugo).get<ToSortPage>('/inbox/to-sort')).body.mails).toEqual([])
    expect(await inbox()).toHaveLength(1)
    expect(await kept(test)).toEqual({ mails: 1, bytes: 2 })
  },
)

test('a mail that was filed when the database went away at the last moment has its attachment', async () => {
  const { test, sophie, mail, address, inbox } = await openMailroom({ lives: 'test' })
  await test.server.intake.stop()
  await mail.hand(withPlan(address), address)
  const cutting = cutAfterCommit(test)
  let tries = 0
  const next = intakeWith(test, {
    live: cutting.live,
    openInbox(...given) {
      if (++tries === 1) cutting.atNextCommit()
      return openInbox(...given)
    },
  })
  await cutting.restored()
  await next.idle()
  await next.stop()
  expect(tries).toBe(1)
  const [row, ...others] = await inbox()
  expect(others).toEqual([])
  const { body } = await asPerson(sophie).get<OpenedConversation>(`/inbox/conversations/${row!.id}`)
  const attached = body.items.flatMap((item) => (item.is === 'message' ? item.attachments : []))
  expect((await asPerson(sophie).get(`/files/${attached[0]!.id}`)).body).toBe('%PDF')
})

function intakeWith({ server }: TestServer, special: Partial<IntakeParts>) {
  const { config, secretKey, log, live, files } = server
  return startIntake({ config, secretKey, log, live, files, openInbox, ...special })
}

async function kept(test: TestServer) {
  const mails = await asOwner(test, 'select from incoming_mail')
  const stored = await readdir(join(test.server.config.dataDir, 'files'), { recursive: true })
  return { mails: mails.length, bytes: stored.filter((path) => /[0-9a-f]{32}$/.test(path)).length }
}

function withPlan(to: string) {
  return [
    'From: Marc <marc@exemple.example>',
    `To: ${to}`,
    'Subject: Plan',
    'Message-ID: <plan@exemple.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    '',
    'Voici',
    '--b',
    'Content-Type: application/pdf; name=plan.pdf',
    '',
    '%PDF',
    '--b--',
    '',
  ].join('\r\n')
}
