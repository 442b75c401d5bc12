import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { inboxOf, messagesIn } from './inbox/testing/open-mailroom.ts'
import { addMailbox } from './inbox/testing/put-fetched.ts'
import { importMails } from './messaging/import/import-mails.ts'
import type { ImportedMail } from './messaging/import/outcomes-of.ts'
import { rawMail } from './messaging/testing/test-receiver.ts'
import { openTestServer } from './testing/open-test-server.ts'
import { seed } from './testing/people.ts'

/** A business, and a folder of files to bring in. */
async function openDesk(files: Record<string, string>) {
  const test = await openTestServer()
  const shop = await seed(test, { people: { sophie: 'owner' } })
  const folder = await mkdtemp(join(tmpdir(), 'comptoir-import-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  const tooLarge: string[] = []
  return {
    ...shop,
    test,
    tooLarge,
    async bringIn(...names: string[]) {
      const paths = names.map((name) => join(folder, name))
      const told: ImportedMail[] = []
      for await (const mail of importMails(test.server, shop.workspaceId, paths, (file) => tooLarge.push(file)))
        told.push({ ...mail, file: mail.file.slice(folder.length + 1) })
      return told
    },
  }
}

const to = 'bonjour@atelier.example'

test('files of any ending, in folders, come in with what became of each', async () => {
  const { bringIn, people } = await openDesk({
    'a/first.eml': rawMail({ to, subject: 'Devis', messageId: 'a@exemple.example' }),
    'a/second.txt': rawMail({ to, subject: 'Re: Devis', references: ['a@exemple.example'] }),
    'a/third': rawMail({ from: 'Zoé <zoe@exemple.example>', to, subject: 'Un vélo' }),
    'a/.DS_Store': 'nothing of ours',
    'b.mail': 'no mail at all',
  })
  const told = await bringIn('a', 'b.mail')
  expect(told).toMatchObject([
    { file: 'a/first.eml', outcome: 'new', client: 'marc', subject: 'Devis', from: 'marc@exemple.example' },
    { file: 'a/second.txt', outcome: 'threaded', conversation: told[0]!.conversation, kind: 'message' },
    { file: 'a/third', outcome: 'new', client: 'Zoé', attachments: [] },
    { file: 'b.mail', outcome: 'to-sort', conversation: null, client: null },
  ])
  expect(await inboxOf(people.sophie)).toHaveLength(2)
})

test('the mails of an mbox come in one by one, as they were before it quoted them', async () => {
  const one = rawMail({ to, subject: 'un', text: 'Bonjour\r\n>From Sedan, with a quote' })
  const two = rawMail({ to, subject: 'deux' }).replaceAll('\r\n', '\n')
  const { bringIn, people } = await openDesk({
    'archive.mbox': `From marc@exemple.example Mon Mar  2 10:00:00 2026\r\n${one}\r\nFrom - Mon Mar 02 10:05:00 2026\n${two}\n`,
  })
  const told = await bringIn('archive.mbox')
  expect(told.map(({ subject, outcome }) => [subject, outcome])).toEqual([
    ['un', 'new'],
    ['deux', 'new'],
  ])
  const [message] = await messagesIn(people.sophie, told[0]!.conversation!)
  expect(message!.text).toBe('Bonjour\nFrom Sedan, with a quote')
})

test('a mail as Apple Mail keeps it is read without what stands around it', async () => {
  const mail = rawMail({ to, subject: 'Pomme', text: 'Bonjour' })
  const { bringIn, people } = await openDesk({ 'one.emlx': `${Buffer.byteLength(mail)}\n${mail}<?xml version="1.0"?>` })
  const [told] = await bringIn('one.emlx')
  expect((await messagesIn(people.sophie, told!.conversation!))[0]!.text).toBe('Bonjour')
})

test('what a maildir is still receiving is left alone', async () => {
  const { bringIn } = await openDesk({
    'Maildir/cur/1:2,S': rawMail({ to, subject: 'lu' }),
    'Maildir/new/2': rawMail({ to, subject: 'nouveau' }),
    'Maildir/tmp/3': rawMail({ to, subject: 'la moitié' }),
  })
  expect((await bringIn('Maildir')).map(({ subject }) => subject)).toEqual(['lu', 'nouveau'])
})

test('the same file twice is a duplicate, and so is its mail come by another way', async () => {
  const mail = rawMail({ to, subject: 'Devis', messageId: 'a@exemple.example' })
  const { bringIn, people } = await openDesk({ 'a.eml': mail, 'b.eml': `Delivered-To: ${to}\r\n${mail}` })
  const told = await bringIn('a.eml', 'a.eml', 'b.eml')
  expect(told.map(({ outcome }) => outcome)).toEqual(['new', 'duplicate', 'duplicate'])
  expect(new Set(told.map(({ conversation }) => conversation)).size).toBe(1)
  expect(await inboxOf(people.sophie)).toHaveLength(1)
})

test('a mail stands at the time it was written, in the mailbox it was written to', async () => {
  const { test, workspaceId, bringIn, people } = await openDesk({
    'a.eml': rawMail({ to: 'Atelier <atelier@atelier.example>', subject: 'Vieux' }),
  })
  await addMailbox(test, workspaceId, { name: 'Atelier', address: 'atelier@atelier.example' })
  await bringIn('a.eml')
  expect(await inboxOf(people.sophie)).toMatchObject([{ lastAt: '2026-03-02T09:00:00.000000Z' }])
})

test('a file larger than a mail may be is told, and the others come in', async () => {
  const { bringIn, tooLarge } = await openDesk({
    'a.eml': `${rawMail({ to })}${'x'.repeat(36 * 1024 * 1024)}`,
    'b.eml': rawMail({ to, subject: 'sain' }),
  })
  expect((await bringIn('a.eml', 'b.eml')).map(({ subject }) => subject)).toEqual(['sain'])
  expect(tooLarge).toHaveLength(1)
})
