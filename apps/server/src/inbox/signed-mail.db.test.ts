import type { SigningKey } from '@comptoir/contract/signing'
import { makeId } from '@comptoir/rules/uuid'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { expect, test } from 'vitest'
import { sealSigningKey } from '../messaging/dkim/sealed-signing-key.ts'
import { openDns } from '../messaging/testing/dns-server.ts'
import type { SinkScript } from '../messaging/testing/smtp-sink.ts'
import { asOwner } from '../testing/as-owner.ts'
import { asPerson } from '../testing/as-person.ts'
import { openMailShop } from './testing/open-mail-shop.ts'

const domain = 'comptoir.test'

/** A shop whose mail leaves by a real server, and a name server where Sophie publishes. */
async function openSigningShop(script: SinkScript = {}) {
  const shop = await openMailShop(script)
  const { test, sophie, conversation, mailbox, delivery, sink } = shop
  const records: Record<string, string[]> = {}
  const { resolver } = await openDns(records)
  test.server.resolver = resolver
  let lastMessage = ''
  const act = async (name: 'make' | 'check' | 'remove') =>
    (await asPerson(sophie).post<{ key: SigningKey }>(`/messaging/dkim/${mailbox.id}/${name}`, { commandId: makeId() }))
      .body
  return {
    ...shop,
    act,
    lastMessage: () => lastMessage,
    async publish() {
      const { key } = await act('make')
      records[`${key.recordName}.${domain} TXT`] = [key.recordValue]
      expect((await act('check')).key).toMatchObject({ found: 'published' })
    },
    async upload(bytes: Uint8Array<ArrayBuffer>) {
      const answer = await sophie.api.request(`/api/w/${sophie.slug}/files?name=plan.pdf`, {
        method: 'PUT',
        headers: { cookie: sophie.cookie, origin: 'http://localhost:3000', 'content-type': 'application/pdf' },
        body: bytes,
      })
      return ((await answer.json()) as { id: string }).id
    },
    async leaves(text: string, fileIds: string[] = []) {
      lastMessage = makeId()
      const json = { commandId: makeId(), messageId: lastMessage, bodyHtml: `<p>${text}</p>`, baseSeq: 0, fileIds }
      const { status } = await asPerson(sophie).post(`/inbox/conversations/${conversation.id}/replies`, {
        ...json,
        conflict: 'anyway',
      })
      expect(status).toBe(201)
      await delivery.idle()
      return sink.mails.at(-1)!.raw
    },
    /** What a receiver would find. */
    async verify(raw: Buffer) {
      const ask = async (name: string, type: string) => (await resolver.resolve(name, type)) as string[]
      const { results } = await dkimVerify(raw, { resolver: ask })
      return results.map(({ status, signingDomain }) => [status.result, signingDomain])
    },
  }
}

const unsigned = [['none', undefined]]
const signed = [['pass', domain]]

test('a reply is signed once the key is published, and no more once it is taken away', async () => {
  const { act, publish, leaves, verify } = await openSigningShop()
  expect(await verify(await leaves('Sans clé'))).toMatchObject(unsigned)
  await act('make')
  expect(await verify(await leaves('Clé pas encore publiée'))).toMatchObject(unsigned)
  await act('remove')
  await publish()
  const raw = await leaves('Cent euros')
  expect(await verify(raw)).toEqual(signed)
  expect(await verify(Buffer.from(raw.toString().replace('Cent', 'Cinq')))).not.toEqual(signed)
  await act('remove')
  expect(await verify(await leaves('Retirée'))).toMatchObject(unsigned)
})

test('a mail with an attachment is signed too', async () => {
  const { publish, upload, leaves, verify } = await openSigningShop()
  await publish()
  const fileId = await upload(new Uint8Array(3_000_000).fill(7))
  const raw = await leaves('Voici le plan', [fileId])
  expect(raw.length).toBeGreaterThan(4_000_000)
  expect(await verify(raw)).toEqual(signed)
})

test('a mail that is sent a second time is the same, byte for byte', async () => {
  const script: SinkScript = {}
  const { publish, leaves, delivery, sink, settle, upload, lastMessage } = await openSigningShop(script)
  await publish()
  for (const fileIds of [[], [await upload(new Uint8Array(100_000).fill(3))]]) {
    script.drop = 'after-data'
    const first = await leaves('Deux fois', fileIds)
    delete script.drop
    await settle(lastMessage(), 'resend')
    await delivery.idle()
    expect(sink.mails.at(-1)!.raw).not.toBe(first)
    expect(sink.mails.at(-1)!.raw.equals(first)).toBe(true)
    expect(first.toString()).toMatch(/^DKIM-Signature: /)
  }
})

test('a mail that cannot be signed is tried three times, then says so; the others leave', async () => {
  const { test, publish, leaves, lastMessage, receipt, makeDue, delivery, sink } = await openSigningShop()
  await publish()
  await asOwner(test, 'update dkim_key set private_key = $1', [sealSigningKey('no key at all', test.server.secretKey)])
  await leaves('Bonjour').catch(() => {})
  const message = lastMessage()
  for (const state of ['queued', 'queued', 'failed']) {
    await delivery.idle()
    expect(await receipt(message)).toMatchObject({ state, reason: 'errors.delivery_attachment_away' })
    await makeDue()
  }
  await asOwner(test, 'delete from dkim_key')
  await leaves('Au revoir')
  expect(sink.mails).toHaveLength(1)
})
