import { Readable } from 'node:stream'
import { inWorkspace } from '@comptoir/db/db'
import { makeId } from '@comptoir/rules/uuid'
import { expect, test } from 'vitest'
import { now } from '../instant.ts'
import { inlineImageUrl } from '../messaging/inline-images.ts'
import { sanitizeMailHtml } from '../messaging/sanitize-mail-html.ts'
import { asPerson } from '../testing/as-person.ts'
import type { Person } from '../testing/people.ts'
import { openShop, receive, type Shop } from './testing/open-shop.ts'

/** Keeps bytes as the intake does. */
async function keep({ test, workspaceId }: Shop, name: string, mediaType: string, text: string) {
  const { files, db } = test.server
  const { key, sizeBytes, sha256 } = await files.write(workspaceId, Readable.from([Buffer.from(text)]), {
    maxBytes: 1000,
  })
  const id = makeId()
  const row = {
    workspaceId,
    id,
    name,
    mediaType,
    sizeBytes,
    sha256: Buffer.from(sha256, 'hex'),
    storageKey: key,
    kept: true,
  }
  await inWorkspace(db, workspaceId, (tx) => tx.insertInto('file').values(row).execute())
  return id
}

async function receiveHtml(shop: Shop, html: string) {
  const image = await keep(shop, 'logo.png', 'image/png', 'PNG')
  const { html: bodyHtml, remoteImages } = sanitizeMailHtml(html, () => inlineImageUrl(image))
  const messageId = makeId()
  await receive(shop, {
    messageId,
    bodyHtml,
    remoteImages,
    attachments: [{ fileId: image, contentId: 'logo', inline: true }],
  })
  return { messageId, image }
}

async function body(person: Person, messageId: string, query = '') {
  const { status, headers, body } = await asPerson(person).get<string>(`/inbox/messages/${messageId}/body${query}`)
  return { status, html: body, policy: headers.get('content-security-policy') ?? '', headers }
}

const mail =
  '<p onclick="x()">Bonjour <img src="cid:logo"><img src="https://espion.example/pixel.png" width="80"><script>x()</script></p>'

test('a mail is shown in a page where nothing runs and nothing is fetched', async () => {
  const shop = await openShop()
  const { messageId } = await receiveHtml(shop, mail)
  const { html, policy, headers } = await body(shop.sophie, messageId)
  expect(policy).toBe(
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; img-src data:",
  )
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-type')).toMatch('text/html')
  expect(html).toContain(`src="data:image/png;base64,${Buffer.from('PNG').toString('base64')}"`)
  expect(html).not.toMatch(/<script|onclick| src="https:/)
})

test('images elsewhere come when they are asked for', async () => {
  const shop = await openShop()
  const { messageId } = await receiveHtml(shop, mail)
  const { html, policy } = await body(shop.sophie, messageId, '?images=shown')
  expect(html).toContain(' src="https://espion.example/pixel.png"')
  expect(policy).toMatch(/img-src data: https:; upgrade-insecure-requests$/)
})

test('what it quotes is folded, in the reader’s language, and never lost', async () => {
  const shop = await openShop()
  const quote =
    '<div class="gmail_quote"><div class="gmail_attr">Le 16/11/2026 à 10:12, A &lt;a@b.fr&gt; a écrit :</div><blockquote class="gmail_quote">14h ?</blockquote></div>'
  const { messageId } = await receiveHtml(shop, `<div>Oui.</div>${quote}`)
  const { html } = await body(shop.sophie, messageId)
  expect(html).toMatch(/Oui\.[\s\S]*<details><summary title="Texte cité"[\s\S]*14h \?/)
})

test('Tom, and a message without HTML, get no page; nor does another business', async () => {
  const shop = await openShop()
  const { messageId } = await receiveHtml(shop, mail)
  expect((await body(shop.lea, messageId)).status).toBe(200)
  expect((await body(shop.tom, messageId)).status).toBe(404)
  expect((await body(shop.sophie, shop.conversation.messageIds[0]!)).status).toBe(404)
  expect((await body(shop.sophie, makeId())).status).toBe(404)
  expect((await body(shop.sophie, 'un')).status).toBe(400)
})

test('the mail as it came is downloaded under its subject', async () => {
  const shop = await openShop()
  const fileId = await keep(shop, 'raw', 'message/rfc822', 'From: marc\r\n\r\nBonjour')
  const [incomingMailId, messageId] = [makeId(), makeId()]
  const { workspaceId, mailbox } = shop.shop
  const incoming = {
    workspaceId,
    id: incomingMailId,
    mailboxId: mailbox.id,
    envelopeFrom: 'm@x.be',
    envelopeTo: 'a@x.be',
    fileId,
    contentHash: Buffer.from('h'),
    receivedAt: now(),
  }
  await inWorkspace(shop.test.server.db, workspaceId, (tx) =>
    tx
      .insertInto('incomingMail')
      .values({ ...incoming, state: 'filed' })
      .execute(),
  )
  await receive(shop, { messageId, incomingMailId, subject: 'Devis / vélo' })
  const { body: raw, headers } = await asPerson(shop.sophie).get<string>(`/inbox/messages/${messageId}/source`)
  expect(raw).toBe('From: marc\r\n\r\nBonjour')
  expect(headers.get('content-disposition')).toBe(
    'attachment; filename="Devis velo.eml"; filename*=UTF-8\'\'Devis%20v%C3%A9lo.eml',
  )
  expect(await asPerson(shop.tom).get(`/inbox/messages/${messageId}/source`)).toBeRefused('not_found')
  expect(await asPerson(shop.sophie).get(`/inbox/messages/${shop.conversation.messageIds[0]}/source`)).toBeRefused(
    'not_found',
  )
})
